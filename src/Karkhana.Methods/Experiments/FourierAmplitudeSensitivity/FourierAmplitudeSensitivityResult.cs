using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Sensitivities from the frequencies at which inputs swing.</summary>
public sealed record FourierAmplitudeSensitivityResult : IMeasureResult
{
    /// <summary>Gets the names of the inputs.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>Gets the share of the variance that each input explains alone.</summary>
    public required IReadOnlyList<double> FirstOrder { get; init; }

    /// <summary>Gets the lower limits of the first-order indices; NaN with one curve.</summary>
    public required IReadOnlyList<double> FirstOrderConfLow { get; init; }

    /// <summary>Gets the upper limits of the first-order indices.</summary>
    public required IReadOnlyList<double> FirstOrderConfHigh { get; init; }

    /// <summary>Gets the share that needs each input.</summary>
    public required IReadOnlyList<double> Total { get; init; }

    /// <summary>Gets the lower limits of the total indices; NaN with one curve.</summary>
    public required IReadOnlyList<double> TotalConfLow { get; init; }

    /// <summary>Gets the upper limits of the total indices.</summary>
    public required IReadOnlyList<double> TotalConfHigh { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("variable", Variables)
        .Vector("first_order", FirstOrder)
        .Vector("first_order_conf_low", FirstOrderConfLow)
        .Vector("first_order_conf_high", FirstOrderConfHigh)
        .Vector("total", Total)
        .Vector("total_conf_low", TotalConfLow)
        .Vector("total_conf_high", TotalConfHigh);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "fourier_amplitude_sensitivity",
        Column.Of("variable", Variables, "Input", "Input of the model."),
        Column.Of("first_order", FirstOrder, "First order", "share", "Share of the variance that the input explains alone."),
        Column.Of("first_order_conf_low", FirstOrderConfLow, "First order from", "share", "Lower limit over curves."),
        Column.Of("first_order_conf_high", FirstOrderConfHigh, "First order to", "share", "Upper limit over curves."),
        Column.Of("total", Total, "Total", "share", "Share of the variance that needs the input.", recommended: true),
        Column.Of("total_conf_low", TotalConfLow, "Total from", "share", "Lower limit over curves."),
        Column.Of("total_conf_high", TotalConfHigh, "Total to", "share", "Upper limit over curves."));
}
