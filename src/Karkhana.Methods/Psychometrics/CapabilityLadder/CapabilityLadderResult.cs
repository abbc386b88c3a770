using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The capability ladder of one firm.</summary>
/// <param name="Functions">The function codes.</param>
/// <param name="Scores">The score of each function from 0 to 1; NaN when no anchor applies.</param>
/// <param name="Levels">The level of each function from 0 to 3.</param>
/// <param name="Index">The mean of the scores.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CapabilityLadderResult(
    IReadOnlyList<string> Functions, IReadOnlyList<double> Scores, IReadOnlyList<int> Levels, double Index, Provenance Provenance)
    : IMeasureResult
{
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
        .Vector("level", Levels)
        .Scalar("index", Index)
        .Scalar("breadth", Breadth)
        .Scalar("depth", Depth);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "capability_ladder",
        Column.Of("function", Functions, "Function", "Function of the capability matrix."),
        Column.Of("estimate", Scores, "Score", "share", "Mean anchor score over 3.", recommended: true),
        Column.Of(
            "level", Levels.Select(level => (double)level), "Level", "",
            "Attained row: 0 none, 1 basic, 2 intermediate, 3 advanced."));
}
