using Karkhana.Core.Tables;
using Karkhana.Policy;

namespace Karkhana.Scenarios;

/// <summary>The columns of tables with a row per set of policies.</summary>
internal static class PortfolioColumns
{
    /// <summary>Gives them: id and cost first, then what the set changes.</summary>
    public static Column[] Of(IReadOnlyList<PolicyEffect> effects) =>
    [
        Column.Of("policy", effects.Select(one => (string?)one.Scenario), "Policies", "Ids joined by + when all start at once, by > in the order of their starts."),
        Column.Of("cost", effects.Select(one => one.CostPerGain.Cost), "Cost", "currency of the study", "Mean cost over the run."),
        Column.Of("estimate", effects.Select(one => one.Gain), "Gain", "", "Mean paired difference of mean capability to doing nothing in the last quarter, in the model.", recommended: true),
        Column.Of("conf_low", effects.Select(one => one.Low), "Low", "", "Lower limit, 95 %."),
        Column.Of("conf_high", effects.Select(one => one.High), "High", "", "Upper limit, 95 %."),
        Column.Of("gain_over_run", effects.Select(one => one.GainOverRun), "Gain, all quarters", "", "The same difference as a mean over all quarters: what orders are judged by."),
        Column.Of("gain_over_run_low", effects.Select(one => one.GainOverRunLow), "Low", "", "Lower limit of it."),
        Column.Of("gain_over_run_high", effects.Select(one => one.GainOverRunHigh), "High", "", "Upper limit of it."),
        Column.Of("cost_per_gain", effects.Select(one => one.CostPerGain.Estimate), "Cost per 0.1 SD", "currency of the study", "Cost of a gain of 0.1 standard deviations in a firm."),
        Column.Of("runs_better", effects.Select(one => one.BetterThanNothing.Count), "Runs better", "runs", "Runs in which it is better than doing nothing."),
        Column.Of("runs", effects.Select(one => one.BetterThanNothing.Runs), "Runs", "runs", "All runs."),
    ];
}
