using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Core.Randomness;

namespace Karkhana.Simulation;

/// <summary>Runs scenarios over replicates and draws of parameters, all with the same random numbers.</summary>
public static class ScenarioRuns
{
    private const int Histories = 3;

    /// <summary>Runs the scenarios.</summary>
    /// <remarks>
    /// Replicate r has the random numbers of address r, draw r of measured values and draw r of parameters (both modulo their
    /// number) in every scenario: differences between scenarios are paired. Its burn-in is computed once. Outcomes are told by the
    /// groups of the end of the burn-in. The rows do not depend on the workers. With a store each finished replicate is kept, unless a
    /// scenario changes parameters by a function. Cost: replicates × (burn-in + (scenarios + 1) × horizon)
    /// × firms; the one more is doing nothing, against which gains are told.
    /// Source: common random numbers as in framework 4.2; Law 2015, Simulation Modeling and Analysis, 5th edition, section 11.2.
    /// </remarks>
    /// <param name="population">What the model starts from.</param>
    /// <param name="scenarios">The scenarios, with different ids.</param>
    /// <param name="parameterDraws">Draws of the parameters, at least one.</param>
    /// <param name="options">How the model runs, and how many replicates.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>One result per scenario, in their order.</returns>
    /// <exception cref="ArgumentException">Nothing to run, two scenarios of one id, or a population that can't be simulated.</exception>
    public static IReadOnlyList<ScenarioRun> Run(
        ClusterPopulation population,
        IReadOnlyList<ClusterScenario> scenarios,
        IReadOnlyList<ClusterParameters> parameterDraws,
        ScenarioRunOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentNullException.ThrowIfNull(parameterDraws);
        Require.That(scenarios.Count > 0, nameof(scenarios), "must have at least one scenario; it had none");
        Require.That(parameterDraws.Count > 0, nameof(parameterDraws), "must have at least one draw; it had none");
        string? twice = scenarios.GroupBy(scenario => scenario.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require.That(twice is null, nameof(scenarios), $"must have different ids; {twice} came twice");
        foreach (Intervention policy in scenarios.SelectMany(scenario => scenario.Interventions))
        {
            Require.That(policy.End > policy.Start, nameof(scenarios), FormattableString.Invariant(
                $"must have policies that end after their start; {policy.Id} starts in quarter {policy.Start} and ends in {policy.End}"));
        }

        options ??= new ScenarioRunOptions();
        ClusterStart start = ClusterStart.Of(population, options.Simulation);
        ScenarioJob job = new(start, scenarios, parameterDraws, options.Simulation, options.Replicates, options.SharedBy);
        ReplicateRows rows = options.Executor is { } executor
            ? executor.Execute(job, execution, cancellationToken)
            : RunHere(job, KeyOf(population, scenarios, parameterDraws, options), execution, cancellationToken);
        return
        [
            .. scenarios.Select((scenario, position) => Result(
                job, rows, scenario, position, FirmHistories(start, scenario, parameterDraws[0], options.Simulation, cancellationToken))),
        ];
    }

    private static ReplicateRows RunHere(ScenarioJob job, string? key, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        key is null
            ? ReplicateEngine.Local.Execute(job, execution, cancellationToken)
            : ReplicateEngine.Local.ExecuteResumable(job, key, execution, cancellationToken);

    // A function that changes parameters has no name to be found by: such runs are not kept.
    private static string? KeyOf(
        ClusterPopulation population, IReadOnlyList<ClusterScenario> scenarios, IReadOnlyList<ClusterParameters> parameterDraws,
        ScenarioRunOptions options) => scenarios.Any(scenario => scenario.Parameters is not null)
        ? null
        : RunKey.Of("scenarios", population, parameterDraws, options.Simulation, options.SharedBy, scenarios.Select(scenario => new object[]
        {
            scenario.Id, scenario.Interventions, scenario.Events.Select(happening => new object[] { happening.GetType().Name, happening }).ToArray(),
        }).ToArray());

    private static ScenarioRun Result(
        ScenarioJob job, ReplicateRows rows, ClusterScenario scenario, int position, IReadOnlyList<FirmHistory> histories)
    {
        int outcomes = job.Outcomes.Names.Count;
        int path = job.Width - outcomes;
        double[] values = new double[rows.Count * outcomes];
        double[] paths = new double[rows.Count * path];
        for (int replicate = 0; replicate < rows.Count; replicate++)
        {
            ReadOnlySpan<double> row = rows.Row(replicate).Slice(position * job.Width, job.Width);
            row[..outcomes].CopyTo(values.AsSpan(replicate * outcomes));
            row[outcomes..].CopyTo(paths.AsSpan(replicate * path));
        }

        return new ScenarioRun(
            new ScenarioOutcomes(scenario.Id, job.Outcomes.Names, new ReplicateRows(outcomes, values)),
            new ReplicateRows(path, paths), histories);
    }

    private static IReadOnlyList<FirmHistory> FirmHistories(
        ClusterStart start, ClusterScenario scenario, ClusterParameters parameters, SimulationOptions options,
        CancellationToken cancellationToken)
    {
        ClusterRun run = new(start, options);
        Trajectory.BurnIn(run, parameters, 0, null, cancellationToken);
        int[] slots =
        [
            .. Enumerable.Range(0, run.Firms.Count).Where(slot => run.Firms.Alive[slot])
                .OrderBy(slot => run.Draw.Uniform(RandomPurpose.FirmHistory, 0, run.Firms.Agent[slot])).Take(Histories).Order(),
        ];
        List<FirmSnapshot>[] moments = [.. slots.Select(slot => new List<FirmSnapshot> { FirmSnapshot.Of(run, slot) })];
        Trajectory.Enter(run, scenario);
        Trajectory.Continue(run, options.Horizon, Observe, cancellationToken);
        return [.. slots.Select((slot, i) => new FirmHistory(moments[i][0].Agent, moments[i]))];

        void Observe(ClusterRun seen)
        {
            for (int i = 0; i < slots.Length; i++)
            {
                if (seen.Firms.Alive[slots[i]])
                {
                    moments[i].Add(FirmSnapshot.Of(seen, slots[i]));
                }
            }
        }
    }
}
