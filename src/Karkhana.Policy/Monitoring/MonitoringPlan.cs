using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>The indicators with their baseline, and room for targets: what a programme is watched by (framework 4.4, 6.2).</summary>
/// <param name="Set">The indicators.</param>
/// <param name="Baseline">What they are now, as far as the study tells.</param>
public sealed record MonitoringPlan(IndicatorSet Set, IReadOnlyList<IndicatorValue> Baseline)
{
    /// <summary>Gets what they are in groups of firms; none when the study does not tell.</summary>
    public IReadOnlyList<IndicatorGroup> Groups { get; init; } = [];

    /// <summary>Gives one row per indicator and group; what rests on fewer than five firms is held back with a second row that would tell it.</summary>
    /// <returns>The table <c>monitoring_groups</c>.</returns>
    public Table GroupsTable() => SmallCells.SuppressWithComplement(
        Table.Of(
            "monitoring_groups",
            Column.Of("indicator", Groups.Select(one => (string?)one.Value.Id), "Indicator", "Id of the indicator."),
            Column.Of("dimension", Groups.Select(one => (string?)one.Dimension), "By", "What the groups differ in."),
            Column.Of("group", Groups.Select(one => (string?)one.Group), "Group", "The firms."),
            Column.Of("estimate", Groups.Select(one => one.Value.Estimate), "Baseline", "", "Value in this study.", recommended: true),
            Column.Of("conf_low", Groups.Select(one => one.Value.Low), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", Groups.Select(one => one.Value.High), "High", "", "Upper limit, 95 %."),
            Column.Of("n", Groups.Select(one => (double)one.Value.Firms), "Firms", "", "Firms behind it.")),
        "indicator", "dimension");

    /// <summary>Gives one row per indicator; targets with date and author are left to those who run the programme, and what rests on fewer
    /// than five firms is held back.</summary>
    /// <returns>The table <c>monitoring_plan</c>.</returns>
    public Table ToTable()
    {
        IReadOnlyList<Indicator> all = Set.Indicators;
        IndicatorValue?[] values = [.. all.Select(indicator => Baseline.FirstOrDefault(
            value => value.Id == indicator.Id && value.Version == indicator.Version && value.Firms >= SmallCells.LeastFirms))];
        return Table.Of(
            "monitoring_plan",
            Column.Of("level", all.Select(one => (string?)Words.Spaced(one.Level)), "Level", "Where it stands between input and attribution."),
            Column.Of("indicator", all.Select(one => (string?)one.Id), "Indicator", "Id of the indicator."),
            Column.Of("name", all.Select(one => (string?)one.Name), "Name", "What it is."),
            Column.Of("version", all.Select(one => one.Version), "Version", "", "Version of its definition; a new one breaks the series."),
            Column.Of("formula", all.Select(one => (string?)one.Formula), "How", "How it is worked out."),
            Column.Of("unit", all.Select(one => (string?)one.Unit), "Unit", "Unit of its values."),
            Column.Of("frequency", all.Select(one => (string?)one.Frequency), "How often", "How often it is taken."),
            Column.Of("estimate", values.Select(one => one?.Estimate ?? double.NaN), "Baseline", "", "Value in this study; missing when the study does not tell.", recommended: true),
            Column.Of("conf_low", values.Select(one => one?.Low ?? double.NaN), "Low", "", "Lower limit, 95 %."),
            Column.Of("conf_high", values.Select(one => one?.High ?? double.NaN), "High", "", "Upper limit, 95 %."),
            Column.Of("n", values.Select(one => one?.Firms ?? 0), "Firms", "firms", "Firms behind the baseline."),
            Column.Of("target", all.Select(_ => (string?)null), "Target", "To be filled in."),
            Column.Of("target_date", all.Select(_ => (string?)null), "Target date", "To be filled in."),
            Column.Of("target_author", all.Select(_ => (string?)null), "Target author", "Who set it; to be filled in."));
    }
}
