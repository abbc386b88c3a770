using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods;

/// <summary>As many clusters as there are, each drawn with replacement, with all rows or with rows drawn within.</summary>
internal sealed class ClusterResamples(int[] clusterOf, int clusters, bool rowsWithin, (int Replicates, ulong Seed) draws) : IResampling
{
    private readonly GroupedRows _members = new(clusterOf, clusters);

    public int Replicates => draws.Replicates;

    public int Rows => clusterOf.Length;

    public void Count(int replicate, Span<int> counts)
    {
        counts.Clear();
        RandomStream stream = new(draws.Seed, RandomPurpose.Bootstrap, replicate);
        for (int draw = 0; draw < clusters; draw++)
        {
            ReadOnlySpan<int> members = _members.Of(stream.NextInt(clusters));
            for (int i = 0; i < members.Length; i++)
            {
                counts[members[rowsWithin ? stream.NextInt(members.Length) : i]]++;
            }
        }
    }
}
