using Karkhana.Core.Execution;

namespace Karkhana.Core.Kernels;

/// <summary>Sums over pairs of points, a block of rows at a time.</summary>
internal sealed class PairRowsJob(int rows, int width, Action<ReplicateRange, double[]> add) : IReplicateJob<ReplicateSums>
{
    public string Stage => "comparing pairs of points";

    public int Replicates => rows;

    // A block must outweigh the merging of its sums, and there must be enough blocks to share.
    public int BlockSize => Math.Max(64, (rows + 63) / 64);

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        double[] sums = new double[width];
        add(range, sums);
        return new ReplicateSums(sums);
    }
}
