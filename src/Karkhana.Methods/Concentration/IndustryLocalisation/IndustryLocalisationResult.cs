using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The localisation of all industries.</summary>
/// <param name="Industries">The industry codes.</param>
/// <param name="Hoover">The Hoover index of each; NaN for an industry without activity.</param>
/// <param name="Gini">The locational Gini index of each; NaN for an industry without activity.</param>
/// <param name="Provenance">What made it.</param>
public sealed record IndustryLocalisationResult(
    IReadOnlyList<string> Industries, IReadOnlyList<double> Hoover, IReadOnlyList<double> Gini, Provenance Provenance)
    : IMeasureResult
{
    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("industry", Industries)
        .Vector("hoover", Hoover)
        .Vector("gini", Gini);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "industry_localisation",
        Column.Of("industry", Industries, "Industry", "Industry code."),
        Column.Of(
            "hoover", Hoover, "Hoover", "share", "Share that would have to move for the spread of the reference.",
            recommended: true),
        Column.Of("gini", Gini, "Locational Gini", "", "0 is the spread of the reference."));
}
