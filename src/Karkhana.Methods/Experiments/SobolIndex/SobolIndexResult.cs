using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Sobol indices with intervals and a check of convergence.</summary>
public sealed record SobolIndexResult : IMeasureResult
{
    /// <summary>Gets the names of the inputs: x1, x2, ….</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>Gets the share of the variance that each input explains alone; an estimate may lie below 0.</summary>
    public required IReadOnlyList<double> FirstOrder { get; init; }

    /// <summary>Gets the lower limits of the first-order indices.</summary>
    public required IReadOnlyList<double> FirstOrderConfLow { get; init; }

    /// <summary>Gets the upper limits of the first-order indices.</summary>
    public required IReadOnlyList<double> FirstOrderConfHigh { get; init; }

    /// <summary>Gets the share of the variance that needs each input, alone or with others.</summary>
    public required IReadOnlyList<double> Total { get; init; }

    /// <summary>Gets the lower limits of the total indices.</summary>
    public required IReadOnlyList<double> TotalConfLow { get; init; }

    /// <summary>Gets the upper limits of the total indices.</summary>
    public required IReadOnlyList<double> TotalConfHigh { get; init; }

    /// <summary>Gets the shares that each pair explains beyond both alone, row after row; upper triangle, NaN elsewhere.</summary>
    public required IReadOnlyList<double> SecondOrder { get; init; }

    /// <summary>Gets the lower limits of the second-order indices, in the same places.</summary>
    public required IReadOnlyList<double> SecondOrderConfLow { get; init; }

    /// <summary>Gets the upper limits of the second-order indices, in the same places.</summary>
    public required IReadOnlyList<double> SecondOrderConfHigh { get; init; }

    /// <summary>Gets the first-order indices from the first half of the base points; NaN with fewer than four.</summary>
    public required IReadOnlyList<double> FirstOrderHalf { get; init; }

    /// <summary>Gets the total indices from the first half of the base points.</summary>
    public required IReadOnlyList<double> TotalHalf { get; init; }

    /// <summary>Gets the largest change of a first-order or total index from the first half of the base points to all.</summary>
    public required double GreatestChange { get; init; }

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
        .Vector("total_conf_high", TotalConfHigh)
        .Matrix("second_order", Variables, Variables, SecondOrder)
        .Matrix("second_order_conf_low", Variables, Variables, SecondOrderConfLow)
        .Matrix("second_order_conf_high", Variables, Variables, SecondOrderConfHigh)
        .Vector("first_order_half", FirstOrderHalf)
        .Vector("total_half", TotalHalf)
        .Scalar("greatest_change", GreatestChange);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "sobol_index",
        Column.Of("variable", Variables, "Input", "Input of the model."),
        Column.Of("first_order", FirstOrder, "First order", "share", "Share of the variance that the input explains alone."),
        Column.Of("first_order_conf_low", FirstOrderConfLow, "First order from", "share", "Lower limit."),
        Column.Of("first_order_conf_high", FirstOrderConfHigh, "First order to", "share", "Upper limit."),
        Column.Of("total", Total, "Total", "share", "Share of the variance that needs the input, alone or with others.", recommended: true),
        Column.Of("total_conf_low", TotalConfLow, "Total from", "share", "Lower limit."),
        Column.Of("total_conf_high", TotalConfHigh, "Total to", "share", "Upper limit."),
        Column.Of("first_order_half", FirstOrderHalf, "First order, half", "share", "From the first half of the base points."),
        Column.Of("total_half", TotalHalf, "Total, half", "share", "From the first half of the base points."));
}
