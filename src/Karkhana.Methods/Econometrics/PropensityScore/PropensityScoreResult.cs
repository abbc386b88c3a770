using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Coefficients and probabilities of treatment.</summary>
public sealed record PropensityScoreResult : IMeasureResult
{
    /// <summary>Gets the coefficients of the logit.</summary>
    public required CoefficientTable Coefficients { get; init; }

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>Gets their probabilities of treatment.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("term", Coefficients.Terms)
        .Vector("estimate", Coefficients.Estimates)
        .Vector("std_error", Coefficients.StandardErrors)
        .Vector("observation", Rows.Select(row => row + 1))
        .Vector("score", Scores);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "propensity_score",
        Column.Of("observation", Rows.Select(row => row + 1), "Row", "", "Row of the sample, from 1."),
        Column.Of("score", Scores, "Score", "", "Probability of treatment.", recommended: true));
}
