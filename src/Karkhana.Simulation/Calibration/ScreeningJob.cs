using Karkhana.Core.Execution;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>Runs the model for each row of a screening design: ln(1 + distance) per row.</summary>
internal sealed class ScreeningJob(
    ExperimentalDesign design, JointPrior prior, IReadOnlyList<ObservedSummary> observed, ISummarySimulator simulator)
    : IReplicateJob<ReplicateRows>
{
    // A run without some of the summaries is farther from the study than any that has them.
    private const double Farthest = 1e9;

    public string Stage => "screening";

    public int Replicates => design.Runs;

    public int BlockSize => 4;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count];
        double[] parameters = new double[design.Inputs];
        double[] summaries = new double[observed.Count];
        for (int i = 0; i < values.Length; i++)
        {
            int row = range.First + i;
            for (int input = 0; input < parameters.Length; input++)
            {
                parameters[input] = prior.Parameters[input].Quantile(design[row, input]);
            }

            // All rows of a trajectory share their random numbers, so that a step shows the parameter and not chance.
            simulator.Simulate(parameters, row / (design.Inputs + 1), summaries, cancellationToken);
            values[i] = Math.Log(1 + Math.Min(ObservedSummary.Distance(observed, summaries), Farthest));
        }

        return new ReplicateRows(1, values);
    }
}
