using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>Runs world scenarios on a population and compares them with nothing changing.</summary>
public static class ScenarioStudy
{
    private const double Level = 0.95;

    /// <summary>Runs the scenarios.</summary>
    /// <remarks>
    /// All scenarios have the random numbers and draws of parameters of the baseline in each replicate, so that differences are
    /// paired; their 95 % intervals are those of <see cref="RunMoments"/>: replicates that share a draw of parameters hang together.
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
            Differences = [.. runs.Where(run => run != baseline).SelectMany(run => Compared(run).Select(
                outcome => Compare(baseline, run, outcome, parameterDraws.Count))).OfType<ScenarioDifference>()],
            Transitions = [.. runs.SelectMany(Transitions)],
            Bands = [.. runs.SelectMany(Bands)],
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

    // Transitions have a table of their own; shares at the start differ in no scenario; no scenario has a policy.
    private static IEnumerable<string> Compared(ScenarioRun run) => run.Outcomes.Outcomes.Where(name => OutcomeNames.Split(name).Outcome
        is not (OutcomeNames.RegimeTransition or OutcomeNames.RegimeShareAtStart or OutcomeNames.CapabilitySpreadAtStart or OutcomeNames.CapabilityOverRun or OutcomeNames.Cost
            or OutcomeNames.FirmsAtStart or OutcomeNames.EligibleFirms or OutcomeNames.TreatedFirms or OutcomeNames.TreatedGain or OutcomeNames.UntreatedGain or OutcomeNames.UntreatedFirms or OutcomeNames.GroupFirms
            or OutcomeNames.FirmDays or OutcomeNames.NotDelivered));

    internal static ScenarioDifference? Compare(ScenarioRun baseline, ScenarioRun run, string outcome, int draws)
    {
        (double Of, double Own, int Draw)[] pairs =
        [
            .. baseline.Outcomes.Values(outcome).Zip(run.Outcomes.Values(outcome))
                .Select((pair, replicate) => (pair.First, pair.Second, replicate % draws))
                .Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second)),
        ];
        if (pairs.Length < 2)
        {
            return null;
        }

        RunMoments moments = new([.. pairs.Select(pair => pair.Draw)], pairs.Length);
        CoefficientTable difference = moments.Mean([.. pairs.Select(pair => pair.Own - pair.Of)], Level);
        double mean = difference.Estimates[0];
        bool always = difference.StandardErrors[0] == 0; // the same in every run: an interval without width
        return new ScenarioDifference(
            run.Scenario, outcome, Sums.Mean([.. pairs.Select(pair => pair.Of)]), Sums.Mean([.. pairs.Select(pair => pair.Own)]), mean,
            always ? mean : difference.ConfidenceLow[0], always ? mean : difference.ConfidenceHigh[0],
            pairs.Count(pair => pair.Own > pair.Of), pairs.Length);
    }

    private static IEnumerable<ScenarioTransition> Transitions(ScenarioRun run)
    {
        foreach (string name in RegimeTransitions.Names)
        {
            (_, string? from, string? to) = OutcomeNames.Split(name);
            double[] shares = [.. run.Outcomes.Values(name).Where(double.IsFinite)];
            yield return new ScenarioTransition(run.Scenario, from!, to!, Sums.Mean(shares), shares.Length);
        }
    }

    private static IEnumerable<ScenarioBand> Bands(ScenarioRun run)
    {
        for (int quarter = 0; quarter < run.MeanCapability.Width; quarter++)
        {
            double[] sorted = [.. run.MeanCapability.Column(quarter).Where(double.IsFinite).Order()];
            yield return new ScenarioBand(
                run.Scenario, quarter, Quantiles.Type7(sorted, 0.5), Quantiles.Type7(sorted, 0.025), Quantiles.Type7(sorted, 0.975), sorted.Length);
        }
    }
}
