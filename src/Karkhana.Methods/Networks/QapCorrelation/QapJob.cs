using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>The correlation under each order of the nodes.</summary>
/// <param name="correlation">The two networks.</param>
/// <param name="permutations">The orders.</param>
/// <param name="observed">The correlation in the order as it is.</param>
internal sealed class QapJob(DyadCorrelation correlation, NodePermutations permutations, double observed) : IReplicateJob<ReplicateRows>
{
    // Correlations that differ by rounding only are equal; otherwise an order that changes nothing could fail to count.
    private const double Rounding = 1e-12;

    public string Stage => "permutations of the nodes";

    public int Replicates => permutations.Count;

    public int BlockSize => Math.Max(8, permutations.Count / 64);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] simulated = new double[range.Count];
        for (int i = 0; i < simulated.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double value = correlation.Of(permutations.Order(range.First + i));
            simulated[i] = Math.Abs(value - observed) <= Rounding ? observed : value;
        }

        return new ReplicateRows(1, simulated);
    }
}
