using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>Squared core distances at the places of a tree.</summary>
internal sealed class CoreDistanceJob(ReachabilityTree tree, int minPoints) : IReplicateJob<ReplicateRows>
{
    public string Stage => "core distances";

    public int Replicates => tree.Order.Length;

    public int BlockSize => 16_384;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] squared = new double[range.Count];
        double[] nearest = new double[minPoints];
        for (int i = 0; i < squared.Length; i++)
        {
            if (i % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            squared[i] = tree.SquaredCoreDistance(range.First + i, nearest);
        }

        return new ReplicateRows(1, squared);
    }
}
