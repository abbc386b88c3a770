using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The indices of firms drawn again with replacement; one row per draw.</summary>
internal sealed class ProfileBootstrap(
    ConstructMeans means, IReadOnlyList<ProfileIndex> indices, CollectiveEfficiencyProfileOptions options) : IReplicateJob<ReplicateRows>
{
    private readonly BootstrapCounts _draws = new([.. Enumerable.Repeat(1, means.Firms)]);

    public string Stage => "bootstrap of collective efficiency";

    public int Replicates => options.Replicates;

    public int BlockSize => 64;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * indices.Count];
        int[] times = new int[means.Firms];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _draws.Draw(new RandomStream(options.Seed, RandomPurpose.Bootstrap, range.First + k), times);
            double[] drawn = means.Of(times);
            for (int index = 0; index < indices.Count; index++)
            {
                rows[(k * indices.Count) + index] = indices[index].Of(drawn);
            }
        }

        return new ReplicateRows(indices.Count, rows);
    }
}
