using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>The exact decomposition of the variance of a standard function.</summary>
public sealed record ExactSobolIndexResult : IMeasureResult
{
    /// <summary>Gets the variance.</summary>
    public required double Variance { get; init; }

    /// <summary>Gets the share that each input explains alone.</summary>
    public required IReadOnlyList<double> FirstOrder { get; init; }

    /// <summary>Gets the share that needs each input.</summary>
    public required IReadOnlyList<double> Total { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("variance", Variance)
        .Vector("variable", ExperimentalDesign.NamesOf(FirstOrder.Count))
        .Vector("first_order", FirstOrder)
        .Vector("total", Total);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "exact_sobol_index",
        Column.Of("variable", ExperimentalDesign.NamesOf(FirstOrder.Count), "Input", "Input of the function."),
        Column.Of("first_order", FirstOrder, "First order", "share", "Share of the variance that the input explains alone."),
        Column.Of("total", Total, "Total", "share", "Share of the variance that needs the input.", recommended: true),
        Column.Of("variance", FirstOrder.Select(_ => Variance), "Variance", "", "Variance of the function."));
}
