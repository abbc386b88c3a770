using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>The standard output of a scenario (framework 5.12), of the world or of policies: differences, transitions between regimes, bands.</summary>
public static class StandardOutput
{
    private const double Level = 0.95;

    /// <summary>Gives the paired differences of all outcomes from a baseline.</summary>
    /// <param name="baseline">The runs of the baseline.</param>
    /// <param name="runs">The runs of the scenarios, with the same replicates.</param>
    /// <param name="draws">The draws of parameters that replicates take in turn.</param>
    /// <returns>One difference per scenario and outcome that is defined in two runs or more.</returns>
    public static IReadOnlyList<ScenarioDifference> Differences(ScenarioRun baseline, IReadOnlyList<ScenarioRun> runs, int draws)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(runs);
        return [.. runs.SelectMany(run => Compared(run).Select(outcome => Compare(baseline, run, outcome, draws))).OfType<ScenarioDifference>()];
    }

    /// <summary>Gives the matrix of transitions between regimes of a scenario.</summary>
    /// <param name="run">Its runs.</param>
    /// <returns>The cells.</returns>
    public static IEnumerable<ScenarioTransition> Transitions(ScenarioRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return RegimeTransitions.Names.Select(name => Transition(run, name));
    }

    /// <summary>Gives mean capability of a scenario over time, with what chance and parameters leave open.</summary>
    /// <param name="run">Its runs.</param>
    /// <returns>One band per quarter.</returns>
    public static IEnumerable<ScenarioBand> Bands(ScenarioRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Enumerable.Range(0, run.MeanCapability.Width).Select(quarter => Band(run, quarter));
    }

    /// <summary>Gives the paired difference of one outcome.</summary>
    /// <returns>The difference; null when it is defined in fewer than two runs.</returns>
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
        return new ScenarioDifference(
            run.Scenario, outcome, Sums.Mean([.. pairs.Select(pair => pair.Of)]), Sums.Mean([.. pairs.Select(pair => pair.Own)]), difference.Estimates[0],
            difference.ConfidenceLow[0], difference.ConfidenceHigh[0],
            pairs.Count(pair => pair.Own > pair.Of), pairs.Length);
    }

    // Transitions have a table of their own; shares at the start differ in no scenario; what policies cost and whom they reach is told elsewhere.
    private static IEnumerable<string> Compared(ScenarioRun run) => run.Outcomes.Outcomes.Where(name => OutcomeNames.Split(name).Outcome
        is not (OutcomeNames.RegimeTransition or OutcomeNames.RegimeShareAtStart or OutcomeNames.CapabilitySpreadAtStart or OutcomeNames.CapabilityOverRun or OutcomeNames.Cost
            or OutcomeNames.FirmsAtStart or OutcomeNames.EligibleFirms or OutcomeNames.TreatedFirms or OutcomeNames.TreatedGain or OutcomeNames.UntreatedGain or OutcomeNames.UntreatedFirms or OutcomeNames.GroupFirms
            or OutcomeNames.FirmDays or OutcomeNames.NotDelivered));

    private static ScenarioTransition Transition(ScenarioRun run, string name)
    {
        (_, string? from, string? to) = OutcomeNames.Split(name);
        double[] shares = [.. run.Outcomes.Values(name).Where(double.IsFinite)];
        return new ScenarioTransition(run.Scenario, from!, to!, Sums.Mean(shares), shares.Length);
    }

    private static ScenarioBand Band(ScenarioRun run, int quarter)
    {
        double[] sorted = [.. run.MeanCapability.Column(quarter).Where(double.IsFinite).Order()];
        return new ScenarioBand(
            run.Scenario, quarter, Quantiles.Type7(sorted, 0.5), Quantiles.Type7(sorted, 0.025), Quantiles.Type7(sorted, 0.975), sorted.Length);
    }
}
