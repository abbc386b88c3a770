using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>What a comparison takes from the runs, replicate by replicate.</summary>
internal sealed class RunValues
{
    private readonly ComparedScenarios _scenarios;
    private readonly string _outcome;
    private readonly double[] _baseline;
    private readonly double[] _firms;
    private readonly ScenarioOutcomes[] _byCost;

    public RunValues(ComparedScenarios scenarios, PolicyComparisonOptions options)
    {
        _scenarios = scenarios;
        _outcome = options.Outcome;
        _baseline = Of(scenarios.Baseline, _outcome);
        _firms = Of(scenarios.Baseline, scenarios.Baseline.Outcomes.Contains(OutcomeNames.FirmsAtStart) ? OutcomeNames.FirmsAtStart : OutcomeNames.Firms);
        double[] spreads = [.. scenarios.Baseline.Values(options.Spread).Where(double.IsFinite)]; // NaN with a single firm, or none
        Spread = spreads.Length == 0 ? double.NaN : Sums.Mean(spreads);
        Require.That(Spread > 0, nameof(scenarios), FormattableString.Invariant(
            $"must hold several firms that differ in {_outcome}, since gains are priced in standard deviations; with nothing done {options.Spread} was {Spread}"));
        _byCost = [.. scenarios.Policies.OrderBy(policy => Sums.Mean(Cost(policy))).ThenBy(policy => policy.Scenario, StringComparer.Ordinal)];
    }

    /// <summary>Gets the standard deviation of the outcome between firms with nothing done.</summary>
    public double Spread { get; }

    public double[] Level(ScenarioOutcomes scenario) => Of(scenario, _outcome);

    public double[] Gain(ScenarioOutcomes policy) => Less(Of(policy, _outcome), _baseline);

    public double[] Difference(ScenarioOutcomes policy, ScenarioOutcomes other) => Less(Of(policy, _outcome), Of(other, _outcome));

    public static double[] Cost(ScenarioOutcomes policy) => Of(policy, OutcomeNames.Cost);

    /// <summary>Gives the firms that took part; NaN when it was not recorded.</summary>
    public static double[] Reached(ScenarioOutcomes policy) => policy.Outcomes.Contains(OutcomeNames.TreatedFirms)
        ? policy.Values(OutcomeNames.TreatedFirms)
        : [.. Enumerable.Repeat(double.NaN, policy.Rows.Count)];

    /// <summary>Gives the mean over runs of what a policy alone has; NaN when it was not recorded.</summary>
    public static double MeanOf(ScenarioOutcomes policy, string outcome) =>
        policy.Outcomes.Contains(outcome) ? Sums.Mean(Of(policy, outcome)) : double.NaN;

    /// <summary>Gives the change of an outcome; NaN when it was not recorded.</summary>
    public double[] Change(ScenarioOutcomes policy, string outcome) =>
        policy.Outcomes.Contains(outcome) && _scenarios.Baseline.Outcomes.Contains(outcome)
            ? Less(Of(policy, outcome), Of(_scenarios.Baseline, outcome))
            : [.. Enumerable.Repeat(double.NaN, _baseline.Length)];

    /// <summary>Gives the gain over all quarters; NaN when it was not recorded.</summary>
    public double[] GainOverRun(ScenarioOutcomes policy) => Change(policy, OutcomeNames.CapabilityOverRun);

    /// <summary>Gives a mean over firms as a sum over them.</summary>
    public double[] Total(double[] means) => [.. means.Zip(_firms, (mean, firms) => mean * firms)];

    /// <summary>Gives the gain of all firms in standard deviations.</summary>
    public double[] Units(double[] gain) => [.. Total(gain).Select(total => total / Spread)];

    public ScenarioOutcomes NextCheapest(ScenarioOutcomes policy)
    {
        int place = Array.IndexOf(_byCost, policy);
        return place == 0 ? _scenarios.Baseline : _byCost[place - 1];
    }

    private static double[] Of(ScenarioOutcomes scenario, string outcome)
    {
        double[] values = scenario.Values(outcome);
        Require.Finite(values, $"{scenario.Scenario} {outcome}");
        return values;
    }

    private static double[] Less(double[] left, double[] right) => [.. left.Zip(right, (first, second) => first - second)];
}
