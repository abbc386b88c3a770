using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Correlations of all pairs of items.</summary>
public sealed record CorrelationMatrixResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the coefficients, item × item, row after row; NaN where not defined.</summary>
    public required IReadOnlyList<double> Estimates { get; init; }

    /// <summary>Gets the respondents behind each coefficient, item × item, row after row.</summary>
    public required IReadOnlyList<double> Respondents { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Matrix("estimate", Items, Items, Estimates)
        .Matrix("n", Items, Items, Respondents);

    /// <inheritdoc/>
    public Table ToTable()
    {
        LabelPairs pairs = new(Items);
        return Table.Of(
            "correlation_matrix",
            pairs.Earlier("item", "Item", "One item of the pair."),
            pairs.Later("other", "Other item", "The other item of the pair."),
            Column.Of("estimate", pairs.Of(Estimates), "Correlation", "", "Coefficient of the pair.", recommended: true),
            Column.Of("n", pairs.Of(Respondents), "n", "respondents", "Respondents who were used."));
    }
}
