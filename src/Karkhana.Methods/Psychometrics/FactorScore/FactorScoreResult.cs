using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Scores on one factor.</summary>
public sealed record FactorScoreResult : IMeasureResult
{
    /// <summary>Gets the item names.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Gets the loadings of the standardised items; their sum is not negative.</summary>
    public required IReadOnlyList<double> Loadings { get; init; }

    /// <summary>Gets one score per respondent in standard units; NaN when an answer was missing.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("item", Items)
        .Vector("loading", Loadings)
        .Vector("row", Enumerable.Range(1, Scores.Count))
        .Vector("score", Scores);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "factor_scores",
        Column.Of("row", Enumerable.Range(1, Scores.Count), "Row", "", "Respondent, in the order of the table."),
        Column.Of("estimate", Scores, "Score", "sd", "Factor score in standard units.", recommended: true));
}
