using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The capability ladder of one firm.</summary>
/// <param name="Functions">The function codes.</param>
/// <param name="Scores">The score of each function from 0 to 1; NaN when no anchor applies.</param>
/// <param name="Levels">The level of each function from 0 to the number of rows.</param>
/// <param name="Index">The mean of the scores.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CapabilityLadderResult(
    IReadOnlyList<string> Functions, IReadOnlyList<double> Scores, IReadOnlyList<int> Levels, double Index, Provenance Provenance)
    : IMeasureResult
{
    /// <summary>Gets the lower limit of each score; NaN when no anchor applies.</summary>
    public required IReadOnlyList<double> Lows { get; init; }

    /// <summary>Gets the upper limit of each score; NaN when no anchor applies.</summary>
    public required IReadOnlyList<double> Highs { get; init; }

    /// <summary>Gets the number of functions with a level of at least 1.</summary>
    public int Breadth => Levels.Count(level => level >= 1);

    /// <summary>Gets the highest level.</summary>
    public int Depth => Levels.Count == 0 ? 0 : Levels.Max();

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("function", Functions)
        .Vector("score", Scores)
        .Vector("conf_low", Lows)
        .Vector("conf_high", Highs)
        .Vector("level", Levels)
        .Scalar("index", Index)
        .Scalar("breadth", Breadth)
        .Scalar("depth", Depth);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "capability_ladder",
        Column.Of("function", Functions, "Function", "Function of the capability matrix."),
        Column.Of("estimate", Scores, "Score", "share", "Mean anchor score over 3.", recommended: true),
        Column.Of("conf_low", Lows, "Low", "share", "Lower limit of the score."),
        Column.Of("conf_high", Highs, "High", "share", "Upper limit of the score."),
        Column.Of(
            "level", Levels.Select(level => (double)level), "Level", "",
            "Attained row; in the capability matrix 0 none, 1 basic, 2 intermediate, 3 advanced."));
}
