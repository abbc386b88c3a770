using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The capability index.</summary>
/// <param name="Functions">What it was made of.</param>
/// <param name="Index">The index from 0 to 1.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CapabilityIndexResult(
    FunctionScores Functions, double Index, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Scalar("index", Index);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "capability_index",
        Column.Of("function", Functions.Functions, "Function", "Function of the capability matrix."),
        Column.Of("estimate", Functions.Scores, "Score", "share", "Score of the function."),
        Column.Of("weight", Functions.Weights, "Weight", "", "Weight of the function."),
        Column.Of(
            "index", Functions.Functions.Select(_ => Index), "Index", "share", "Weighted mean of the scores.",
            recommended: true));
}
