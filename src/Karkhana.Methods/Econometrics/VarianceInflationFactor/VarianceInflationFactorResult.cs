using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Generalised variance inflation factors.</summary>
public sealed record VarianceInflationFactorResult : IMeasureResult
{
    /// <summary>Gets the terms as written in the model.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets the generalised factors.</summary>
    public required IReadOnlyList<double> Factors { get; init; }

    /// <summary>Gets the number of columns of each term.</summary>
    public required IReadOnlyList<int> DegreesOfFreedom { get; init; }

    /// <summary>Gets the factors to the power 1/(2 df), which can be compared between terms.</summary>
    public required IReadOnlyList<double> Adjusted { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Terms)
        .Vector("gvif", Factors)
        .Vector("df", DegreesOfFreedom)
        .Vector("adjusted", Adjusted);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "variance_inflation_factor",
        Column.Of("term", Terms, "Term", "Term as written in the model."),
        Column.Of("gvif", Factors, "GVIF", "", "Generalised variance inflation factor."),
        Column.Of("df", DegreesOfFreedom, "df", "", "Columns of the term."),
        Column.Of("adjusted", Adjusted, "Adjusted", "", "Factor by which standard errors grow.", recommended: true));
}
