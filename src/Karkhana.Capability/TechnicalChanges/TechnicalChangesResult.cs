using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>The technical changes of the firms that were watched.</summary>
public sealed record TechnicalChangesResult
{
    /// <summary>Gets the first year of the window.</summary>
    public required int FirstYear { get; init; }

    /// <summary>Gets the last year of the window.</summary>
    public required int LastYear { get; init; }

    /// <summary>Gets the firms that were watched in at least one year, those without changes among them.</summary>
    public required int Firms { get; init; }

    /// <summary>Gets the years over which they were watched, added up.</summary>
    public required int FirmYears { get; init; }

    /// <summary>Gets the firms with at least one change.</summary>
    public required int FirmsWithChange { get; init; }

    /// <summary>Gets the changes that count.</summary>
    public required int Changes { get; init; }

    /// <summary>Gets the changes of firms that were not watched, or from before a founding or after a closing.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Gets the rates: of all changes, by type, by source.</summary>
    public required IReadOnlyList<ChangeRate> Rates { get; init; }

    /// <summary>Gets the time to the first change: of any kind, and by type.</summary>
    public required IReadOnlyList<FirstChange> FirstChanges { get; init; }

    /// <summary>Gets the costs: of all changes, and by type.</summary>
    public required IReadOnlyList<ChangeCost> Costs { get; init; }

    /// <summary>Gets the sources as shares of the changes whose source is known; null when no source is.</summary>
    public MultinomialIntervalResult? Sources { get; init; }

    /// <summary>Gets how many firms made changes of each source; empty stands for a source that is not known.</summary>
    public required IReadOnlyDictionary<string, int> FirmsBySource { get; init; }

    /// <summary>Gets the firms with a change whose source is known.</summary>
    public required int FirmsWithSource { get; init; }

    /// <summary>Gets the changes whose novelty and depth were scored.</summary>
    public required int Scored { get; init; }

    /// <summary>Gets the innovation index of each watched firm; null when no change was scored.</summary>
    public InnovationIndexResult? Innovations { get; init; }

    /// <summary>Gets the number of last years that the innovation index counts.</summary>
    public required int InnovationWindow { get; init; }

    /// <summary>Gives one row per kind of change and group of firms.</summary>
    /// <returns>The table <c>technical_change_rates</c>.</returns>
    public Table ToTable()
    {
        (ChangeRate Kind, string Group, GroupRate Rate, RateRatio? Ratio)[] rows = [.. Rates.SelectMany(kind => RowsOf(kind))];
        return Table.Of(
            "technical_change_rates",
            Column.Of("by", rows.Select(row => (string?)row.Kind.By), "By", "What the kinds of change are: all, type, source."),
            Column.Of("category", rows.Select(row => (string?)row.Kind.Category), "Change", "Kind of technical change."),
            Column.Of("group", rows.Select(row => (string?)row.Group), "Group", "All, clustered or dispersed firms."),
            Column.Of("n", rows.Select(row => row.Rate.Rows), "Firms watched", "", "Firms watched, with or without a change."),
            Column.Of(
                "firms_with", rows.Select(row => (double)row.Kind.FirmsWith[row.Group]), "Firms with a change", "",
                "Firms with at least one change of the kind."),
            Column.Of("events", rows.Select(row => row.Rate.Events), "Changes", "", "Changes of the kind."),
            Column.Of("exposure", rows.Select(row => row.Rate.Exposure), "Firm-years", "", "Years watched, over firms."),
            Column.Of("estimate", rows.Select(row => row.Rate.Rate), "Rate", "per firm-year", "Changes per firm-year.", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Rate.Low), "Low", "per firm-year", "Exact lower limit of the rate."),
            Column.Of("conf_high", rows.Select(row => row.Rate.High), "High", "per firm-year", "Exact upper limit of the rate."),
            Column.Of(
                "dispersion", rows.Select(row => row.Rate.Dispersion), "Dispersion", "",
                "Near 1 when changes come independently; above it the intervals are too narrow."),
            Column.Of("ratio", rows.Select(row => row.Ratio?.Estimate ?? double.NaN), "Ratio", "", "Rate over that of the dispersed firms."),
            Column.Of("ratio_low", rows.Select(row => row.Ratio?.Low ?? double.NaN), "Ratio, low", "", "Lower limit of the ratio, exact unless scaled."),
            Column.Of("ratio_high", rows.Select(row => row.Ratio?.High ?? double.NaN), "Ratio, high", "", "Upper limit of the ratio, exact unless scaled."),
            Column.Of(
                "ratio_dispersion", rows.Select(row => row.Ratio is null ? double.NaN : row.Kind.RatioDispersion), "Ratio, scaled by", "",
                "Dispersion that limits and p of the ratio were scaled by; missing where they are exact."),
            Column.Of("p_value", rows.Select(row => row.Ratio?.PValue ?? double.NaN), "p", "", "Of equal rates, exact unless scaled."),
            Column.Of(
                "p_adjusted", rows.Select(row => row.Ratio is null ? double.NaN : row.Kind.AdjustedPValue), "p, corrected", "",
                "Corrected for the other types, or the other sources (Benjamini and Hochberg)."));
    }

    /// <summary>Gives one row per kind of change, group of firms and year of watching.</summary>
    /// <returns>The table <c>technical_change_survival</c>.</returns>
    public Table ToSurvival()
    {
        (string Category, string Group, SurvivalCurveResult Curve, int Time)[] rows = [.. FirstChanges.SelectMany(
            first => first.Curves.SelectMany(curve => Enumerable.Range(0, curve.Value.Times.Count)
                .Select(time => (first.Category, curve.Key, curve.Value, time))))];
        return Table.Of(
            "technical_change_survival",
            Column.Of("category", rows.Select(row => (string?)row.Category), "Change", "Kind of technical change; any for all kinds."),
            Column.Of("group", rows.Select(row => (string?)row.Group), "Group", "Clustered or dispersed firms."),
            Column.Of("time", rows.Select(row => row.Curve.Times[row.Time]), "Year of watching", "", "Years since the firm came under watch."),
            Column.Of("n", rows.Select(row => row.Curve.AtRisk[row.Time]), "Firms at risk", "", "Firms still watched and without such a change before."),
            Column.Of("events", rows.Select(row => (double)row.Curve.Events[row.Time]), "First changes", "", "Firms whose first change came in that year."),
            Column.Of("censored", rows.Select(row => (double)row.Curve.Censored[row.Time]), "Left", "", "Firms whose watching ended without a change."),
            Column.Of(
                "estimate", rows.Select(row => row.Curve.Survival[row.Time]), "Without change", "share",
                "Share of the firms without such a change up to the end of that year.", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Curve.Lows[row.Time]), "Low", "share", "Lower limit, at this year by itself."),
            Column.Of("conf_high", rows.Select(row => row.Curve.Highs[row.Time]), "High", "share", "Upper limit, at this year by itself."));
    }

    /// <summary>Gives one row per kind of change and group of firms.</summary>
    /// <returns>The table <c>technical_change_tests</c>.</returns>
    public Table ToTests()
    {
        (FirstChange First, string Group, SurvivalCurveResult Curve, int Position)[] rows = [.. FirstChanges.SelectMany(
            first => first.Curves.Select((curve, position) => (first, curve.Key, curve.Value, position)))];
        return Table.Of(
            "technical_change_tests",
            Column.Of("category", rows.Select(row => (string?)row.First.Category), "Change", "Kind of technical change; any for all kinds."),
            Column.Of("group", rows.Select(row => (string?)row.Group), "Group", "Clustered or dispersed firms."),
            Column.Of("n", rows.Select(row => row.Curve.AtRisk[0]), "Firms watched", "", "Firms watched, with or without a change."),
            Column.Of("observed", rows.Select(row => row.First.Test?.Observed[row.Position] ?? double.NaN), "First changes", "", "Firms with such a change."),
            Column.Of(
                "expected", rows.Select(row => row.First.Test?.Expected[row.Position] ?? double.NaN), "Expected", "",
                "Firms with such a change if both groups were alike."),
            Column.Of(
                "estimate", rows.Select(row => row.Curve.Median), "Median time", "years",
                "Year of watching by which half of the firms had such a change; missing when fewer had.", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Curve.MedianLow), "Low", "years", "Lower limit of the median."),
            Column.Of("conf_high", rows.Select(row => row.Curve.MedianHigh), "High", "years", "Upper limit of the median."),
            Column.Of("statistic", rows.Select(row => row.First.Test?.Statistic ?? double.NaN), "χ²", "", "Log-rank test of equal curves."),
            Column.Of("p_value", rows.Select(row => row.First.Test?.PValue ?? double.NaN), "p", "", "Of equal curves, not corrected for the other kinds."));
    }

    /// <summary>Gives one row per type of change.</summary>
    /// <returns>The table <c>technical_change_costs</c>.</returns>
    public Table ToCosts() => Table.Of(
        "technical_change_costs",
        Column.Of("category", Costs.Select(cost => (string?)cost.Category), "Change", "Type of technical change."),
        Column.Of("n", Costs.Select(cost => cost.Firms), "Firms", "", "Firms that told the cost of such a change."),
        Column.Of("known", Costs.Select(cost => (double)cost.Known), "Costs known", "changes", "Changes whose cost is known."),
        Column.Of("events", Costs.Select(cost => (double)cost.Changes), "Changes", "", "All changes of the type."),
        Column.Of("estimate", Costs.Select(cost => cost.Median), "Median cost", "currency", "Median of the known costs; missing from fewer than 10 firms.", recommended: true),
        Column.Of("lower_quartile", Costs.Select(cost => cost.LowerQuartile), "Lower quartile", "currency", "A quarter cost less; missing from fewer than 20 firms."),
        Column.Of("upper_quartile", Costs.Select(cost => cost.UpperQuartile), "Upper quartile", "currency", "A quarter cost more; missing from fewer than 20 firms."));

    /// <summary>Gives one row per source of innovation.</summary>
    /// <returns>The table <c>innovation_sources</c>; without rows when no source is known.</returns>
    public Table ToSources()
    {
        IReadOnlyList<string> sources = Sources?.Categories ?? [];
        return Table.Of(
            "innovation_sources",
            Column.Of("term", sources.Select(source => (string?)source), "Source", "Who had the idea, in the words of the study."),
            Column.Of("n", sources.Select(source => FirmsBySource[source]), "Firms", "", "Firms with a change of this source."),
            Column.Of("events", sources.Select((_, i) => (double)Sources!.Counts[i]), "Changes", "", "Changes of this source."),
            Column.Of(
                "estimate", Sources?.Shares ?? [], "Share", "share", "Share of the changes whose source is known.", recommended: true),
            Column.Of("conf_low", Sources?.Lows ?? [], "Low", "share", "Lower limit; the limits hold for all sources at once (Goodman)."),
            Column.Of("conf_high", Sources?.Highs ?? [], "High", "share", "Upper limit; the limits hold for all sources at once (Goodman)."));
    }

    /// <summary>Gives all tables, and the innovation index by firm where there is one.</summary>
    /// <returns>The tables; rows on fewer than five firms are not yet held back, see <see cref="PublishedChanges"/>.</returns>
    public IReadOnlyList<Table> ToTables()
    {
        List<Table> tables = [ToTable(), ToSurvival(), ToTests(), ToCosts(), ToSources()];
        if (Innovations is not null)
        {
            tables.Add(Innovations.ToTable());
        }

        return tables;
    }

    private static IEnumerable<(ChangeRate Kind, string Group, GroupRate Rate, RateRatio? Ratio)> RowsOf(ChangeRate kind)
    {
        yield return (kind, "all", kind.All.Rates[0], null);
        for (int group = 0; kind.Groups is not null && group < kind.Groups.Rates.Count; group++)
        {
            GroupRate rate = kind.Groups.Rates[group];
            yield return (kind, rate.Group, rate, rate.Group == WatchedFirm.Dispersed ? null : kind.Ratio);
        }
    }
}
