using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>The current on each tie, summed over all pairs, and whether its equations were solved.</summary>
internal sealed class TieCurrentJob(Graph merged, (int From, int To)[] ties) : IReplicateJob<ReplicateRows>
{
    public string Stage => "currents";

    public int Replicates => ties.Length;

    public int BlockSize => 32;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int n = merged.NodeCount;
        double[] values = new double[2 * range.Count];
        double[] currents = new double[n];
        double[] sorted = new double[n];
        PotentialSolver solver = new(merged);
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (int from, int to) = ties[range.First + i];
            (currents[from], currents[to]) = (1, -1);
            values[(2 * i) + 1] = solver.Solve(currents) ? 1 : 0;
            (currents[from], currents[to]) = (0, 0);
            solver.Potentials.CopyTo(sorted);
            Array.Sort(sorted);
            // Σ over pairs of the larger less the smaller: the k-th is the larger in k pairs, the smaller in the others.
            double sum = 0;
            for (int k = 0; k < n; k++)
            {
                sum += ((2.0 * k) - n + 1) * sorted[k];
            }

            values[2 * i] = sum;
        }

        return new ReplicateRows(2, values);
    }
}
