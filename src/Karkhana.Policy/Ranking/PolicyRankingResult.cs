using Karkhana.Core.Exchange;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>The order of policies by what a gain costs, with what stands against reading it as settled.</summary>
public sealed record PolicyRankingResult : ITidyResult
{
    /// <summary>Gets the policies, best first.</summary>
    public required IReadOnlyList<RankedPolicy> Policies { get; init; }

    /// <summary>Gets what would overturn each step of the order.</summary>
    public required IReadOnlyList<RankingReversal> Reversals { get; init; }

    /// <summary>Gets the share of firms in each regime: the order is a property of this mix.</summary>
    public required IReadOnlyDictionary<LearningRegime, double> RegimeMix { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "policy_ranking",
        Column.Of("rank", Policies.Select(one => one.Rank), "Place", "", "By cost per gain; policies without a gain come last."),
        Column.Of("policy", Policies.Select(one => (string?)one.Effect.Scenario), "Policy", "Id of the policy or portfolio."),
        Column.Of("estimate", Policies.Select(one => one.Effect.CostPerGain.Estimate), "Cost per 0.1 SD", "currency of the study", "Cost of a gain of 0.1 standard deviations in a firm, in the model.", recommended: true),
        Column.Of("conf_low", Policies.Select(one => one.Effect.CostPerGain.Low), "Low", "currency of the study", "Lower limit (Fieller)."),
        Column.Of("conf_high", Policies.Select(one => one.Effect.CostPerGain.High), "High", "currency of the study", "Upper limit."),
        Column.Of("state", Policies.Select(one => (string?)Words.Of(one.Effect.CostPerGain.State)), "State", "Whether a cost per gain is defined, no gain was found, capability fell, or no firm took part."),
        Column.Of("firms_reached", Policies.Select(one => one.Effect.FirmsReached), "Firms that took part", "", "Mean over runs; missing when runs did not record it."),
        Column.Of("margin", Policies.Select(one => one.MarginToNext), "Margin", "", "By how much it is better than the next."),
        Column.Of("margin_low", Policies.Select(one => one.MarginLow), "Margin, low", "", "Lower limit of that."),
        Column.Of("margin_high", Policies.Select(one => one.MarginHigh), "Margin, high", "", "Upper limit."),
        Column.Of("settled", Policies.Select(one => one.IsSettled), "Settled", "Whether the runs tell it from the next; false for the last, which nothing follows."));

    /// <summary>Gives one row per regime.</summary>
    /// <returns>The table <c>regime_mix</c>.</returns>
    public Table RegimeTable()
    {
        LearningRegime[] regimes = [.. RegimeMix.Keys.Order()];
        return Table.Of(
            "regime_mix",
            Column.Of("regime", regimes.Select(regime => (string?)Words.Of(regime)), "Regime", "What holds learning back."),
            Column.Of("share", regimes.Select(regime => RegimeMix[regime]), "Share", "share", "Share of the firms.", recommended: true));
    }

    /// <summary>Gives one row per step of the order.</summary>
    /// <returns>The table <c>ranking_reversal</c>.</returns>
    public Table ReversalTable() => Table.Of(
        "ranking_reversal",
        Column.Of("policy", Reversals.Select(one => (string?)one.First), "In front", "Id of the policy in front."),
        Column.Of("next", Reversals.Select(one => (string?)one.Second), "Behind", "Id of the policy behind."),
        Column.Of("break_even_cost", Reversals.Select(one => one.BreakEvenCost), "Break-even cost", "currency of the study", "Cost of the first from which on a gain costs as much as with the second."),
        Column.Of("break_even_gain", Reversals.Select(one => one.BreakEvenGain), "Break-even gain", "", "Gain of the first at which a gain costs as much as with the second."),
        Column.Of("draws_reversed", Reversals.Select(one => one.DrawsReversed), "Draws reversed", "", "Parameter draws in which the order is the other way round."),
        Column.Of("draws", Reversals.Select(one => one.Draws), "Draws", "", "Parameter draws; runs when parameters are fixed."),
        Column.Of("parameter", Reversals.Select(one => one.Parameter), "Parameter", "The parameter that is associated most with the margin."),
        Column.Of("association", Reversals.Select(one => one.Association), "Association", "", "Spearman's correlation of it with the margin over draws."));
}
