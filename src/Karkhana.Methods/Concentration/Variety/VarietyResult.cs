using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The variety of all regions; NaN for a region without activity.</summary>
/// <param name="Regions">The region codes.</param>
/// <param name="Total">The entropy over industries.</param>
/// <param name="Related">The part within groups.</param>
/// <param name="Unrelated">The part between groups.</param>
/// <param name="Provenance">What made it.</param>
public sealed record VarietyResult(
    IReadOnlyList<string> Regions,
    IReadOnlyList<double> Total,
    IReadOnlyList<double> Related,
    IReadOnlyList<double> Unrelated,
    Provenance Provenance) : IMeasureResult
{
    /// <summary>Gets the base of the logarithm.</summary>
    public required LogBase LogBase { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("region", Regions)
        .Vector("total", Total)
        .Vector("related", Related)
        .Vector("unrelated", Unrelated);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "variety",
        Column.Of("region", Regions, "Region", "Region code."),
        Column.Of("total", Total, "Variety", LogBase.Unit(), "Entropy over industries."),
        Column.Of(
            "related", Related, "Related variety", LogBase.Unit(), "Mean entropy within groups.", recommended: true),
        Column.Of("unrelated", Unrelated, "Unrelated variety", LogBase.Unit(), "Entropy over groups."));
}
