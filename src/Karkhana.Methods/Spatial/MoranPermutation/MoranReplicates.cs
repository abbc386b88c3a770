using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I under many orders of the values, eight of them a pass.</summary>
/// <param name="kernel">The kernel.</param>
/// <param name="replicates">How many orders.</param>
/// <param name="order">Writes the deviations of a replicate, in its order, into the array.</param>
internal sealed class MoranReplicates(MoranKernel kernel, int replicates, Action<int, double[]> order) : IReplicateJob<ReplicateRows>
{
    public string Stage => "permutations of the values";

    public int Replicates => replicates;

    public int BlockSize => 4 * MoranKernel.Lanes;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count];
        double[] side = new double[kernel.Count * MoranKernel.Lanes];
        double[][] orders = [.. Enumerable.Range(0, MoranKernel.Lanes).Select(_ => new double[kernel.Count])];
        double[] statistics = new double[MoranKernel.Lanes];
        for (int first = 0; first < range.Count; first += MoranKernel.Lanes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int filled = Math.Min(MoranKernel.Lanes, range.Count - first);
            for (int lane = 0; lane < filled; lane++)
            {
                order(range.First + first + lane, orders[lane]);
            }

            kernel.Statistics(orders, side, statistics); // what lies in lanes that were not filled is not read
            statistics.AsSpan(0, filled).CopyTo(values.AsSpan(first));
        }

        return new ReplicateRows(1, values);
    }
}
