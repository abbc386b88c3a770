using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>An E-value.</summary>
public sealed record EValueResult : IMeasureResult
{
    /// <summary>Gets the E-value of the ratio, at least 1.</summary>
    public required double Estimate { get; init; }

    /// <summary>Gets the E-value of the limit nearest to 1; NaN when it was not given.</summary>
    public required double Limit { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Scalar("estimate", Estimate).Scalar("limit", Limit);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "e_value",
        Column.Of("estimate", [Estimate], "E-value", "", "Least strength of confounding that could explain the ratio away.", recommended: true),
        Column.Of("limit", [Limit], "E-value of the limit", "", "The same for the confidence limit nearest to 1."));
}
