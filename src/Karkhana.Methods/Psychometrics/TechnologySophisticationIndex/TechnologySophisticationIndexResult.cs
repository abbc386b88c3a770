using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The technology sophistication of one firm.</summary>
/// <param name="Functions">The function codes.</param>
/// <param name="Estimates">One value per function from 1 to 5; NaN when not applicable.</param>
/// <param name="Index">Their mean; NaN when none applies.</param>
/// <param name="Provenance">What made it.</param>
public sealed record TechnologySophisticationIndexResult(
    IReadOnlyList<string> Functions, IReadOnlyList<double> Estimates, double Index, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Scalar("index", Index)
        .Vector("function", Functions)
        .Vector("estimate", Estimates);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "technology_sophistication",
        Column.Of("function", Functions, "Function", "Business function."),
        Column.Of("estimate", Estimates, "Sophistication", "1 to 5", "Place of the technology among those of the function.", recommended: true),
        Column.Of("index", Functions.Select(_ => Index), "Index", "1 to 5", "Mean over the applicable functions."));
}
