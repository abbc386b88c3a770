using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Rates of events by group and their ratios.</summary>
public sealed record EventRateResult : IMeasureResult
{
    /// <summary>Gets the rates per unit of exposure, by group in order.</summary>
    public required IReadOnlyList<GroupRate> Rates { get; init; }

    /// <summary>Gets the ratio of each group's rate to that of the group of comparison.</summary>
    public required IReadOnlyList<RateRatio> Ratios { get; init; }

    /// <summary>Gets the exposure that the outputs give rates for.</summary>
    public required double Per { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("group", Rates.Select(rate => rate.Group))
        .Vector("events", Rates.Select(rate => rate.Events))
        .Vector("exposure", Rates.Select(rate => rate.Exposure))
        .Vector("estimate", Rates.Select(rate => Per * rate.Rate))
        .Vector("conf_low", Rates.Select(rate => Per * rate.Low))
        .Vector("conf_high", Rates.Select(rate => Per * rate.High))
        .Vector("dispersion", Rates.Select(rate => rate.Dispersion))
        .Vector("ratio", Ratios.Select(ratio => ratio.Estimate))
        .Vector("ratio_low", Ratios.Select(ratio => ratio.Low))
        .Vector("ratio_high", Ratios.Select(ratio => ratio.High))
        .Vector("p_value", Ratios.Select(ratio => ratio.PValue));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "event_rate",
        Column.Of("group", Rates.Select(rate => (string?)rate.Group), "Group", "Group of firms."),
        Column.Of("n", Rates.Select(rate => rate.Rows), "Rows", "", "Firms, or firms and periods."),
        Column.Of("events", Rates.Select(rate => rate.Events), "Events", "", "Events that came."),
        Column.Of("exposure", Rates.Select(rate => rate.Exposure), "Exposure", "", "Time watched."),
        Column.Of("estimate", Rates.Select(rate => Per * rate.Rate), "Rate", "", "Events per unit of exposure.", recommended: true),
        Column.Of("conf_low", Rates.Select(rate => Per * rate.Low), "Low", "", "Lower limit of the rate."),
        Column.Of("conf_high", Rates.Select(rate => Per * rate.High), "High", "", "Upper limit of the rate."),
        Column.Of("dispersion", Rates.Select(rate => rate.Dispersion), "Dispersion", "", "Near 1 when events are independent."),
        Column.Of("ratio", Ratios.Select(ratio => ratio.Estimate), "Ratio", "", "Rate over that of the group of comparison."),
        Column.Of("ratio_low", Ratios.Select(ratio => ratio.Low), "Ratio, low", "", "Lower limit of the ratio."),
        Column.Of("ratio_high", Ratios.Select(ratio => ratio.High), "Ratio, high", "", "Upper limit of the ratio."),
        Column.Of("p_value", Ratios.Select(ratio => ratio.PValue), "p", "", "Of equal rates."));
}
