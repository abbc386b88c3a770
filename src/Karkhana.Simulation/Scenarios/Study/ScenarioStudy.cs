using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Simulation;

/// <summary>Runs world scenarios on a population and compares them with nothing changing.</summary>
public static class ScenarioStudy
{
    /// <summary>Runs the scenarios.</summary>
    /// <remarks>
    /// All scenarios have the random numbers and draws of parameters of the baseline in each replicate, so that differences are
    /// paired; <see cref="StandardOutput"/> gives their 95 % intervals, in which replicates that share a draw of parameters hang together.
    /// With several draws the intervals and bands hold what calibration leaves open; with one they hold chance alone, which a note says.
    /// Numbers of scenarios are assumptions: a difference says what the model does, not what a cluster did or would do.
    /// Cost: replicates × (burn-in + (scenarios + 1) × horizon) × firms. Source: framework 5.12.
    /// </remarks>
    /// <param name="population">What the model starts from.</param>
    /// <param name="library">The scenarios; those that ship unless given. One of them must be SC0.</param>
    /// <param name="parameterDraws">Draws of the parameters; the defaults unless given.</param>
    /// <param name="options">How the model runs, and how many replicates.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at in each quarter.</param>
    /// <returns>Differences, transitions, bands and single firms.</returns>
    /// <exception cref="ArgumentException">The library has no SC0, or the population can't be simulated.</exception>
    public static ScenarioStudyResult Estimate(
        ClusterPopulation population,
        ScenarioLibrary? library = null,
        IReadOnlyList<ClusterParameters>? parameterDraws = null,
        ScenarioRunOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        library ??= ScenarioLibrary.Default();
        parameterDraws ??= [new ClusterParameters()];
        options ??= new ScenarioRunOptions();
        Require.That(!options.Simulation.Minimal, nameof(options), "must be of the full model, since scenarios act on markets and ties; it was minimal");
        library.Find(ScenarioLibrary.Baseline);
        IReadOnlyList<ScenarioRun> runs = ScenarioRuns.Run(
            population, [.. library.Scenarios.Select(scenario => scenario.ToScenario())], parameterDraws, options, execution, cancellationToken);
        ScenarioRun baseline = runs.First(run => run.Scenario == ScenarioLibrary.Baseline);
        return new ScenarioStudyResult
        {
            Differences = StandardOutput.Differences(baseline, [.. runs.Where(run => run != baseline)], parameterDraws.Count),
            Transitions = [.. runs.SelectMany(StandardOutput.Transitions)],
            Bands = [.. runs.SelectMany(StandardOutput.Bands)],
            Histories = runs.ToDictionary(run => run.Scenario, run => run.Histories, StringComparer.Ordinal),
            Notes = RunNotes.Of(
                $"{options.Replicates} runs of each scenario", parameterDraws.Count, population,
                new Note("assumed-scenarios", Severity.Information, $"Numbers of scenarios: {library.Status}.")),
            Provenance = new Provenance(
                "simulation.scenarios", FormattableString.Invariant(
                    $"scenarios = {string.Join(" ", library.Scenarios.Select(scenario => scenario.Id))}, replicates = {options.Replicates}, horizon = {options.Simulation.Horizon}, burn_in = {options.Simulation.BurnIn}, parameter_draws = {parameterDraws.Count}"),
                "Karkhana framework 5.12", options.Simulation.Seed),
        };
    }
}
