using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Networks;

/// <summary>The E-I index after the groups changed places over the nodes.</summary>
/// <param name="graph">The network, with at least one tie.</param>
/// <param name="groups">The number of the group of each node.</param>
/// <param name="options">Replicates and seed.</param>
internal sealed class EiPermutationJob(Graph graph, int[] groups, EiIndexOptions options) : IReplicateJob<ReplicateRows>
{
    public string Stage => "permutations of the groups";

    public int Replicates => options.Replicates;

    public int BlockSize => 32;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] indices = new double[range.Count];
        for (int i = 0; i < indices.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] permuted = [.. groups];
            new RandomStream(options.Seed, RandomPurpose.RandomLabelling, range.First + i).Shuffle<int>(permuted);
            indices[i] = EiIndex.Index(EiIndex.External(graph, permuted), graph.TieCount);
        }

        return new ReplicateRows(1, indices);
    }
}
