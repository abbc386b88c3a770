using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>All scenarios of a replicate with the same random numbers and one burn-in between them.</summary>
/// <param name="start">The population.</param>
/// <param name="scenarios">The scenarios.</param>
/// <param name="draws">The draws of parameters; replicate r takes draw r modulo their number.</param>
/// <param name="options">How the model runs.</param>
/// <param name="replicates">How many replicates.</param>
internal sealed class ScenarioJob(
    ClusterStart start, IReadOnlyList<ClusterScenario> scenarios, IReadOnlyList<ClusterParameters> draws, SimulationOptions options,
    int replicates) : IReplicateJob<ReplicateRows>
{
    /// <inheritdoc/>
    public string Stage => "scenarios";

    /// <inheritdoc/>
    public int Replicates => replicates;

    /// <inheritdoc/>
    public int BlockSize => 1;

    /// <summary>Gets what is recorded.</summary>
    public OutcomeRow Outcomes { get; } = new(start);

    /// <summary>Gets the numbers per scenario: outcomes and the path of mean capability from the end of the burn-in.</summary>
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
            Trajectory.BurnIn(burnt, draws[replicate % draws.Count], replicate, null, cancellationToken);
            OutcomeStart seen = Outcomes.See(burnt);
            double[] nothingDone = new double[options.Horizon + 1];
            Branch(burnt, run, ClusterScenario.Baseline, nothingDone, out double baseEffort, cancellationToken);
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
                    Branch(burnt, run, scenarios[scenario], path, out effort, cancellationToken);
                }

                Outcomes.Write(run, seen, (effort, Sums.Mean(path[1..])), baseline, row[..Outcomes.Names.Count]);
            }
        }

        return new ReplicateRows(scenarios.Count * Width, rows);
    }

    // A baseline policy may cost something: it is run.
    private static bool IsNothing(ClusterScenario scenario) => scenario.IsBaseline && scenario.Interventions.Count == 0;

    private void Branch(
        ClusterRun burnt, ClusterRun run, ClusterScenario scenario, Span<double> path, out double effort,
        CancellationToken cancellationToken)
    {
        run.CopyFrom(burnt);
        Trajectory.Enter(run, scenario);
        path[0] = Mean(run, capability: true);
        double sum = 0;
        for (int quarter = 1; quarter <= options.Horizon; quarter++)
        {
            Trajectory.Continue(run, 1, null, cancellationToken);
            path[quarter] = Mean(run, capability: true);
            sum += Mean(run, capability: false);
        }

        effort = sum / options.Horizon;
    }

    private static double Mean(ClusterRun run, bool capability)
    {
        FirmColumns firms = run.Firms;
        double sum = 0;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            sum += !firms.Alive[slot] ? 0 : capability ? firms.MeanCapability(slot) : firms.Effort[slot];
        }

        return sum / firms.AliveCount;
    }
}
