using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Agglomeration;

/// <summary>What a register shows of the exposure of each firm.</summary>
public sealed record RegisterExposuresResult : ITidyResult
{
    /// <summary>Gets the sample that was asked about.</summary>
    public required RegisterSample Input { get; init; }

    /// <summary>Gets the quantities, one or more per advantage.</summary>
    public required IReadOnlyList<RegisterIndicator> Indicators { get; init; }

    /// <summary>Gets the exposures, one per advantage, over the whole register; NaN outside the sample.</summary>
    public required ExposureTable Exposures { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Finds the quantities that show an advantage.</summary>
    /// <param name="advantageId">The id: <c>EE01</c>.</param>
    /// <returns>The quantities; empty when the register shows none.</returns>
    public IReadOnlyList<RegisterIndicator> Of(string advantageId) =>
        [.. Indicators.Where(indicator => indicator.AdvantageId == advantageId)];

    /// <summary>Gives the quartiles of each quantity by group; groups of fewer than five firms are held back.</summary>
    /// <returns>The table <c>register_indicators</c>.</returns>
    public Table ToTable()
    {
        (RegisterIndicator Indicator, string Group, double[] Known)[] rows = [.. Indicators.SelectMany(
            indicator => Input.Groups().Select(group => (indicator, group.Group,
                group.Members.Select(i => indicator.Values[i]).Where(value => !double.IsNaN(value)).Order().ToArray())))];
        return SmallCells.Suppress(Table.Of(
            "register_indicators",
            Column.Of("advantage", rows.Select(row => (string?)row.Indicator.AdvantageId), "Advantage", "Id of the agglomeration advantage."),
            Column.Of("indicator", rows.Select(row => (string?)row.Indicator.Name), "Indicator", "What the register shows of it."),
            Column.Of("unit", rows.Select(row => (string?)row.Indicator.Unit), "Unit", "Unit of the indicator."),
            Column.Of("group", rows.Select(row => (string?)row.Group), "Group", "Clustered or dispersed firms; all when they are not compared."),
            Column.Of("n", rows.Select(row => row.Known.Length), "Firms", "", "Firms whose indicator is known."),
            Column.Of(
                "estimate", rows.Select(row => Quantiles.Type7(row.Known, 0.5)), "Median", "", "Median over the firms.", recommended: true),
            Column.Of("quantile_25", rows.Select(row => Quantiles.Type7(row.Known, 0.25)), "Lower quartile", "", "A quarter of the firms have less."),
            Column.Of("quantile_75", rows.Select(row => Quantiles.Type7(row.Known, 0.75)), "Upper quartile", "", "A quarter of the firms have more.")));
    }
}
