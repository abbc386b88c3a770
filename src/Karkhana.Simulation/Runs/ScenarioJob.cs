using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>All scenarios of a replicate with the same random numbers and one burn-in between them.</summary>
/// <param name="start">The population.</param>
/// <param name="scenarios">The scenarios.</param>
/// <param name="draws">The draws of parameters; replicate r takes draw r modulo their number.</param>
/// <param name="options">How the model runs.</param>
/// <param name="replicates">How many replicates.</param>
/// <param name="sharedBy">How many replicates share their random numbers.</param>
internal sealed class ScenarioJob(
    ClusterStart start, IReadOnlyList<ClusterScenario> scenarios, IReadOnlyList<ClusterParameters> draws, SimulationOptions options,
    int replicates, int sharedBy = 1) : IReplicateJob<ReplicateRows>
{
    /// <inheritdoc/>
    public string Stage => "scenarios";

    /// <inheritdoc/>
    public int Replicates => replicates;

    /// <inheritdoc/>
    public int BlockSize => 1;

    /// <summary>Gets what is recorded.</summary>
    public OutcomeRow Outcomes { get; } = new(start);

    /// <summary>Gets the numbers per scenario: outcomes and the path of mean capability, of the firms of the end of the burn-in, from there on.</summary>
    public int Width => Outcomes.Names.Count + options.Horizon + 1;

    /// <inheritdoc/>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * scenarios.Count * Width];
        ClusterRun burnt = new(start, options);
        ClusterRun run = new(start, options);
        int[] order = [.. Enumerable.Range(0, scenarios.Count).OrderBy(scenario => IsNothing(scenarios[scenario]) ? 0 : 1)];
        for (int i = 0; i < range.Count; i++)
        {
            int replicate = range.First + i;
            Trajectory.BurnIn(burnt, draws[replicate % draws.Count], replicate / sharedBy, null, cancellationToken);
            OutcomeStart seen = Outcomes.See(burnt);
            double[] nothingDone = new double[options.Horizon + 1];
            Branch(burnt, run, (ClusterScenario.Baseline, seen.Alive), nothingDone, out double baseEffort, cancellationToken);
            double[] baseline = OutcomeRow.CapabilityBySlot(run);
            foreach (int scenario in order)
            {
                Span<double> row = rows.AsSpan(((i * scenarios.Count) + scenario) * Width, Width);
                Span<double> path = row[Outcomes.Names.Count..];
                double effort = baseEffort;
                if (IsNothing(scenarios[scenario])) // the run that is there
                {
                    nothingDone.CopyTo(path);
                }
                else
                {
                    Branch(burnt, run, (scenarios[scenario], seen.Alive), path, out effort, cancellationToken);
                }

                Outcomes.Write(run, seen, (effort, Sums.Mean(path[1..])), baseline, row[..Outcomes.Names.Count]);
            }
        }

        return new ReplicateRows(scenarios.Count * Width, rows);
    }

    // A baseline policy may cost something: it is run.
    private static bool IsNothing(ClusterScenario scenario) => scenario.IsBaseline && scenario.Interventions.Count == 0;

    private void Branch(
        ClusterRun burnt, ClusterRun run, (ClusterScenario Scenario, int[] Firms) of, Span<double> path, out double effort,
        CancellationToken cancellationToken)
    {
        run.CopyFrom(burnt);
        Trajectory.Enter(run, of.Scenario);
        path[0] = OutcomeRow.MeanOf(run.Firms, of.Firms);
        double sum = 0;
        for (int quarter = 1; quarter <= options.Horizon; quarter++)
        {
            Trajectory.Continue(run, 1, null, cancellationToken);
            path[quarter] = OutcomeRow.MeanOf(run.Firms, of.Firms);
            sum += MeanEffort(run.Firms);
        }

        effort = sum / options.Horizon;
    }

    private static double MeanEffort(FirmColumns firms)
    {
        double sum = 0;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            sum += firms.Alive[slot] ? firms.Effort[slot] : 0;
        }

        return firms.AliveCount == 0 ? 0 : sum / firms.AliveCount;
    }
}
