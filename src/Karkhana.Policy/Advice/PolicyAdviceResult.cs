using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>The ranked levers.</summary>
/// <param name="Levers">Best first, vetoed ones last; empty when there is nothing to rank by.</param>
/// <param name="Menu">The menu.</param>
/// <param name="ByAnswers">Whether the match rests on what firms name (M12) rather than on channel indices.</param>
public sealed record PolicyAdviceResult(IReadOnlyList<LeverAdvice> Levers, LeverMenu Menu, bool ByAnswers)
{
    /// <summary>Gets a value indicating whether any gap of exposure is known; if not, all levers have a gap factor of 1.</summary>
    public bool KnowsGaps { get; init; }

    /// <summary>Gives one row per lever.</summary>
    /// <returns>The table <c>lever_ranking</c>.</returns>
    public Table ToTable() => Table.Of(
        "lever_ranking",
        Column.Of("lever", Levers.Select(item => (string?)item.Lever.Id), "Lever", "Id of the lever."),
        Column.Of("name", Levers.Select(item => (string?)item.Lever.Name), "Name", "What it is."),
        Column.Of(
            "estimate", Levers.Select(item => item.Score), "Score", "", "Match × regime share × evidence × gap factor ÷ cost.",
            recommended: true),
        Column.Of("conf_low", Levers.Select(item => item.Low), "Low", "", "Lower limit, 95 %, over resampled firms."),
        Column.Of(
            "conf_high", Levers.Select(item => item.High), "High", "", "Upper limit, 95 %, over resampled firms."),
        Column.Of(
            "match", Levers.Select(item => item.Match), "Match", "share",
            "How much firms lack what its channels bring."),
        Column.Of(
            "regime_share", Levers.Select(item => item.RegimeShare), "Regime share", "share",
            "Firms in a regime in which it works."),
        Column.Of(
            "evidence", Levers.Select(item => (string?)item.Lever.Evidence.ToString()), "Evidence",
            "A randomised, B quasi-experimental, C correlational or case, D reasoning only."),
        Column.Of(
            "cost", Levers.Select(item => item.Lever.Cost), "Cost class", "1 to 5",
            "Order of magnitude; an assumption."),
        Column.Of(
            "gap_factor", Levers.Select(item => item.GapFactor), "Gap factor", "",
            "Above 1 by the share of what feeds the lever's channels that lies below the comparison set; an assumption."),
        Column.Of(
            "gaps", Levers.Select(item => (string?)string.Join(", ", item.Gaps.Select(gap => gap.AdvantageId))), "Gaps",
            "Advantages with such a gap, the widest first."),
        Column.Of(
            "top_three", Levers.Select(item => item.ShareInTopThree), "In top three", "share",
            "Share of resamples in which it is among the first three."),
        Column.Of("veto", Levers.Select(item => item.Vetoed == VetoRule.None ? null : (string?)Words.Of(item.Vetoed)), "Veto", "Why it is not advised."));
}
