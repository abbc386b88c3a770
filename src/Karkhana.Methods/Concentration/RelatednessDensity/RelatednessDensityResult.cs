using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>A density per region and industry.</summary>
/// <param name="Regions">The region codes.</param>
/// <param name="Industries">The industry codes.</param>
/// <param name="Values">The densities, region after region; NaN for an industry without related ones.</param>
/// <param name="Specialised">Whether the region is specialised in the industry already, region after region.</param>
/// <param name="Scale">The unit.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record RelatednessDensityResult(
    IReadOnlyList<string> Regions,
    IReadOnlyList<string> Industries,
    IReadOnlyList<double> Values,
    IReadOnlyList<bool> Specialised,
    RelatednessScale Scale,
    IReadOnlyList<Note> Notes,
    Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs().Matrix("estimate", Regions, Industries, Values);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "relatedness_density",
        Column.Of(
            "region", Regions.SelectMany(region => Industries.Select(_ => (string?)region)), "Region", "Region code."),
        Column.Of(
            "industry", Regions.SelectMany(_ => Industries).Select(code => (string?)code), "Industry", "Industry code."),
        Column.Of(
            "specialised", Specialised, "Specialised", "Whether the region is specialised in the industry already."),
        Column.Of(
            "estimate", Values, "Relatedness density", Scale == RelatednessScale.Percent ? "percent" : "share",
            "Share of the industries related to this one that the region is specialised in.", recommended: true));
}
