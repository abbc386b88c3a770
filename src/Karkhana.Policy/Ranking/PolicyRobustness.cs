using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Methods.Experiments;

namespace Karkhana.Policy;

/// <summary>Which policy does well whatever the parameters are.</summary>
public static class PolicyRobustness
{
    /// <summary>Judges policies, doing nothing among them, over parameter draws; over runs where parameters are fixed.</summary>
    /// <remarks>
    /// Outcome of a policy in a draw: the mean gain over doing nothing in standard deviations between firms with nothing done;
    /// that of doing nothing is 0. Regret, satisficing and the other criteria are those of experiments.robust-choice; a policy meets the
    /// threshold when it gains at least 0.1 standard deviations, unless options say otherwise. Costs do not enter: compare policies
    /// or portfolios of like cost. Cost: that of robust choice. Source: framework 4.2; McPhail et al. 2018,
    /// doi:10.1002/2017EF000649. Agrees with: experiments.robust-choice.
    /// </remarks>
    /// <param name="scenarios">The runs.</param>
    /// <param name="comparison">The outcome that is to rise.</param>
    /// <param name="options">Threshold and criteria.</param>
    /// <param name="execution">Workers of the bootstrap.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The criteria by policy; the baseline comes first.</returns>
    public static RobustChoiceResult Estimate(
        ComparedScenarios scenarios,
        PolicyComparisonOptions? comparison = null,
        RobustChoiceOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        scenarios.Check();
        RunMoments moments = new(scenarios.ParameterDraws, scenarios.Replicates);
        RunValues values = new(scenarios, comparison ?? new PolicyComparisonOptions());
        ScenarioOutcomes[] all = [scenarios.Baseline, .. scenarios.Policies];
        string unit = moments.AreRepeated ? "draw" : "run";
        OptionOutcomes outcomes = new(
            [.. all.Select(scenario => scenario.Scenario)],
            [.. Enumerable.Range(1, moments.Units).Select(place => FormattableString.Invariant($"{unit} {place}"))],
            [.. all.Select(scenario => moments.UnitMeans([.. values.Gain(scenario).Select(gain => gain / values.Spread)]))]);
        return RobustChoice.Estimate(
            outcomes, options ?? new RobustChoiceOptions { Threshold = CostPerGain.Step }, execution, cancellationToken);
    }
}
