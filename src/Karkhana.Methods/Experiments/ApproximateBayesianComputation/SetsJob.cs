using Karkhana.Core.Execution;

namespace Karkhana.Methods.Experiments;

/// <summary>Runs a model once for each set that the search ended with, for the predictive checks. A row: the summaries.</summary>
internal sealed class SetsJob(ISummarySimulator simulator, int width, IReadOnlyList<double[]> values, int firstAttempt) : IReplicateJob<ReplicateRows>
{
    public string Stage => "predictive checks";

    public int Replicates => values.Count;

    public int BlockSize => 4;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * width];
        for (int i = 0; i < range.Count; i++)
        {
            int set = range.First + i;
            simulator.Simulate(values[set], firstAttempt + set, rows.AsSpan(i * width, width), cancellationToken);
        }

        return new ReplicateRows(width, rows);
    }
}
