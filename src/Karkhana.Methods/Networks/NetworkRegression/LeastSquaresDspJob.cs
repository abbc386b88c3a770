using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>The t value of every predictor under each order of the nodes.</summary>
/// <param name="terms">The predictors.</param>
/// <param name="permutations">The orders.</param>
internal sealed class LeastSquaresDspJob(PartialledTerm[] terms, NodePermutations permutations) : IReplicateJob<ReplicateRows>
{
    public string Stage => "permutations of the nodes";

    public int Replicates => permutations.Count;

    public int BlockSize => Math.Max(8, permutations.Count / 64);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * terms.Length];
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] order = permutations.Order(range.First + i);
            double[] moved = new double[order.Length];
            for (int term = 0; term < terms.Length; term++)
            {
                rows[(i * terms.Length) + term] = terms[term].Statistic(order, moved);
            }
        }

        return new ReplicateRows(terms.Length, rows);
    }
}
