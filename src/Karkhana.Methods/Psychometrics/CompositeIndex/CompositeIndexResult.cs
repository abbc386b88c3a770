using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>A composite indicator of units.</summary>
public sealed record CompositeIndexResult : IMeasureResult
{
    /// <summary>Gets the indicator names.</summary>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>Gets the weights; they add to 1.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Gets one score per unit; NaN when an indicator was missing.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    /// <summary>Gets the ranks, 1 = highest score, ties sharing the mean; NaN without a score.</summary>
    public required IReadOnlyList<double> Ranks { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("item", Indicators)
        .Vector("weight", Weights)
        .Vector("row", Enumerable.Range(1, Scores.Count))
        .Vector("score", Scores)
        .Vector("rank", Ranks);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "composite_index",
        Column.Of("row", Enumerable.Range(1, Scores.Count), "Unit", "", "Row of the unit in the table, from 1."),
        Column.Of("score", Scores, "Score", "", "Composite score.", recommended: true),
        Column.Of("rank", Ranks, "Rank", "", "1 = highest score."));
}
