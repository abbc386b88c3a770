using Karkhana.Core.Execution;

namespace Karkhana.Methods.Experiments;

/// <summary>Runs the model once for each set that the search ended with, for the predictive checks. A row: the summaries.</summary>
internal sealed class SetsJob(SearchProblem problem, IReadOnlyList<double[]> values, int firstAttempt) : IReplicateJob<ReplicateRows>
{
    public string Stage => "predictive checks";

    public int Replicates => values.Count;

    public int BlockSize => 4;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = problem.Observed.Count;
        double[] rows = new double[range.Count * width];
        for (int i = 0; i < range.Count; i++)
        {
            int set = range.First + i;
            problem.Simulator.Simulate(values[set], firstAttempt + set, rows.AsSpan(i * width, width), cancellationToken);
        }

        return new ReplicateRows(width, rows);
    }
}
