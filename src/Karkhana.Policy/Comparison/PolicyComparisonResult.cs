using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>Policies against doing nothing, in the model.</summary>
public sealed record PolicyComparisonResult : ITidyResult
{
    /// <summary>Gets the id of doing nothing.</summary>
    public required string Baseline { get; init; }

    /// <summary>Gets the effects, in the order of the scenarios.</summary>
    public required IReadOnlyList<PolicyEffect> Effects { get; init; }

    /// <summary>Gets the standard deviation of capability between firms with nothing done, in which gains are priced.</summary>
    public required double Spread { get; init; }

    /// <summary>Gets who gains and which regimes firms move to; empty when runs recorded no groups.</summary>
    public required IReadOnlyList<GroupGain> Groups { get; init; }

    /// <summary>Gets the gains of those that took part and of those that did not; empty when runs did not record them.</summary>
    public required IReadOnlyList<GroupGain> Spillovers { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "policy_comparison",
        Column.Of("policy", Effects.Select(one => (string?)one.Scenario), "Policy", "Id of the policy or portfolio."),
        Column.Of("estimate", Effects.Select(one => one.Gain), "Gain", "", "Mean paired difference to doing nothing, in the model, of the mean capability of the firms that were there when policies start.", recommended: true),
        Column.Of("std_error", Effects.Select(one => one.StandardError), "Standard error", "", "Over runs and parameter draws."),
        Column.Of("conf_low", Effects.Select(one => one.Low), "Low", "", "Lower limit of the gain."),
        Column.Of("conf_high", Effects.Select(one => one.High), "High", "", "Upper limit of the gain."),
        Column.Of("total_change", Effects.Select(one => one.TotalChange), "Change of all", "", "Change of the mean over all firms at the end: who came counts, who left does not. No learning of firms."),
        Column.Of("gain_over_run", Effects.Select(one => one.GainOverRun), "Gain, all quarters", "", "The same difference as a mean over all quarters, where the gain is that of the last."),
        Column.Of("gain_over_run_low", Effects.Select(one => one.GainOverRunLow), "Low", "", "Lower limit of it."),
        Column.Of("gain_over_run_high", Effects.Select(one => one.GainOverRunHigh), "High", "", "Upper limit of it."),
        Column.Of("simultaneous_low", Effects.Select(one => one.SimultaneousLow), "Low, all", "", "Lower limit that holds for all policies together."),
        Column.Of("simultaneous_high", Effects.Select(one => one.SimultaneousHigh), "High, all", "", "Upper limit that holds for all policies together."),
        Column.Of("p_value", Effects.Select(one => one.AdjustedPValue), "p", "", "Of no gain, corrected for the number of policies (Holm)."),
        Column.Of("variance_ratio", Effects.Select(one => one.VarianceRatio), "Variance ratio", "", "Variance of the paired difference over that of independent runs."),
        Column.Of("run_low", Effects.Select(one => one.RunLow), "Run low", "", "Percentile of single runs at the lower end."),
        Column.Of("run_high", Effects.Select(one => one.RunHigh), "Run high", "", "Percentile of single runs at the upper end."),
        Column.Of("parameter_share", Effects.Select(one => one.ParameterShare), "From parameters", "share", "Share of the variance between runs that comes from parameters, the rest from seeds."),
        Column.Of("runs_better", Effects.Select(one => one.BetterThanNothing.Count), "Runs better", "runs", "Runs in which it is better than doing nothing."),
        Column.Of("runs", Effects.Select(one => one.BetterThanNothing.Runs), "Runs", "runs", "All runs."),
        Column.Of("better_low", Effects.Select(one => one.BetterThanNothing.Low), "Better, low", "share", "Lower limit of the probability of beating doing nothing."),
        Column.Of("better_high", Effects.Select(one => one.BetterThanNothing.High), "Better, high", "share", "Upper limit."),
        Column.Of("next_cheapest", Effects.Select(one => (string?)one.NextCheapest), "Next-cheapest", "The policy of the next lower cost."),
        Column.Of("better_than_next", Effects.Select(one => one.BetterThanNextCheapest.Share), "Better than it", "share", "Share of runs in which it is better than the next-cheapest."),
        Column.Of("firms_reached", Effects.Select(one => one.FirmsReached), "Firms that took part", "", "Mean over runs; missing when runs did not record it."),
        Column.Of("cost", Effects.Select(one => one.CostPerGain.Cost), "Cost", "currency of the study", "Mean cost over the run."),
        Column.Of("mean_cost_low", Effects.Select(one => one.CostLow), "Mean cost, low", "currency of the study", "Lower limit of the mean cost."),
        Column.Of("mean_cost_high", Effects.Select(one => one.CostHigh), "Mean cost, high", "currency of the study", "Upper limit of it."),
        Column.Of("spread", Effects.Select(_ => Spread), "SD between firms", "", "Standard deviation of capability between firms with nothing done: the unit of gains."),
        Column.Of("gain_total", Effects.Select(one => one.TotalGain), "Gain of all firms", "", "Sum over firms of the gain, mean over runs; over the standard deviation it gives the units."),
        Column.Of("gain_sd", Effects.Select(one => one.StandardizedGain), "Gain in SD", "SD", "Mean gain in standard deviations of capability between firms."),
        Column.Of("units", Effects.Select(one => one.CostPerGain.Units), "Units of gain", "SD", "Gain of all firms over the standard deviation between firms."),
        Column.Of("cost_per_gain", Effects.Select(one => one.CostPerGain.Estimate), "Cost per 0.1 SD", "currency of the study", "Cost of a gain of 0.1 standard deviations in a firm; missing when not defined."),
        Column.Of("cost_low", Effects.Select(one => one.CostPerGain.Low), "Cost, low", "currency of the study", "Lower limit (Fieller)."),
        Column.Of("cost_high", Effects.Select(one => one.CostPerGain.High), "Cost, high", "currency of the study", "Upper limit."),
        Column.Of("state", Effects.Select(one => (string?)Words.Of(one.CostPerGain.State)), "State", "Whether a cost per gain is defined, no gain was found, capability fell, or no firm took part."),
        Column.Of("effort_per_money", Effects.Select(one => one.EffortPerMoney), "Effort per money", "", "Effort of all firms in a quarter, mean over the run, induced by a unit of money spent in the run."),
        Column.Of("firm_days", Effects.Select(one => one.FirmDays), "Days of firms", "days", "Working days that it takes of firms, mean over runs: what they give beside money."),
        Column.Of("not_delivered", Effects.Select(one => one.NotDelivered), "Not delivered", "firms", "Firms that joined and were not delivered to, mean over runs."));

    /// <summary>Gives one row per policy and group.</summary>
    /// <returns>The table <c>who_gains</c>.</returns>
    public Table GroupsTable() => Rows("who_gains", Groups);

    /// <summary>Gives one row per policy and reach.</summary>
    /// <returns>The table <c>policy_spillover</c>.</returns>
    public Table SpilloverTable() => Rows("policy_spillover", Spillovers);

    private static Table Rows(string name, IReadOnlyList<GroupGain> gains) => Table.Of(
        name,
        Column.Of("policy", gains.Select(one => (string?)one.Scenario), "Policy", "Id of the policy or portfolio."),
        Column.Of("outcome", gains.Select(one => (string?)one.Outcome), "Outcome", "What is compared."),
        Column.Of("dimension", gains.Select(one => (string?)one.Dimension), "By", "What the groups differ in."),
        Column.Of("group", gains.Select(one => (string?)one.Group), "Group", "The firms."),
        Column.Of("n", gains.Select(one => one.Firms), "Firms", "", "Firms of the group: mean over the runs that have such firms."),
        Column.Of("baseline", gains.Select(one => one.Baseline), "With nothing done", "", "Mean with nothing done."),
        Column.Of("estimate", gains.Select(one => one.Gain), "Difference", "", "Mean paired difference to doing nothing, in the model.", recommended: true),
        Column.Of("conf_low", gains.Select(one => one.Low), "Low", "", "Lower limit."),
        Column.Of("conf_high", gains.Select(one => one.High), "High", "", "Upper limit."),
        Column.Of("runs_better", gains.Select(one => (double)one.Better.Count), "Runs above 0", "", "Runs in which the difference is above 0."),
        Column.Of("runs", gains.Select(one => one.Better.Runs), "Runs", "", "Runs that have such firms, over which the group is compared."));
}
