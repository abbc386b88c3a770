using Karkhana.Core.Execution;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>Runs the model for each row of a screening design: the observables per row.</summary>
internal sealed class ScreeningJob(ExperimentalDesign design, JointPrior prior, int summaries, ISummarySimulator simulator)
    : IReplicateJob<ReplicateRows>
{
    public string Stage => "screening";

    public int Replicates => design.Runs;

    public int BlockSize => 4;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * summaries];
        double[] parameters = new double[design.Inputs];
        for (int i = 0; i < range.Count; i++)
        {
            int row = range.First + i;
            for (int input = 0; input < parameters.Length; input++)
            {
                parameters[input] = prior.Parameters[input].Quantile(design[row, input]);
            }

            // All rows of a trajectory share their random numbers, so that a step shows the parameter and not chance.
            simulator.Simulate(parameters, row / (design.Inputs + 1), values.AsSpan(i * summaries, summaries), cancellationToken);
        }

        return new ReplicateRows(summaries, values);
    }
}
