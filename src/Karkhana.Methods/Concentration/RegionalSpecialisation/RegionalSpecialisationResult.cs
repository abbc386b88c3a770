using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The indices of all regions.</summary>
/// <param name="Regions">One entry per region.</param>
/// <param name="LogBase">The base of the logarithm in the entropy.</param>
/// <param name="Provenance">What made it.</param>
public sealed record RegionalSpecialisationResult(
    IReadOnlyList<RegionSpecialisation> Regions, LogBase LogBase, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("region", Regions.Select(row => (string?)row.Region))
        .Vector("krugman", Regions.Select(row => row.Krugman))
        .Vector("specialisation_coefficient", Regions.Select(row => row.SpecialisationCoefficient))
        .Vector("herfindahl", Regions.Select(row => row.Herfindahl))
        .Vector("average_location_quotient", Regions.Select(row => row.AverageLocationQuotient))
        .Vector("hachman", Regions.Select(row => row.Hachman))
        .Vector("entropy", Regions.Select(row => row.Entropy))
        .Vector("simpson", Regions.Select(row => row.Simpson))
        .Vector("inverse_simpson", Regions.Select(row => row.InverseSimpson))
        .Vector("richness", Regions.Select(row => row.Richness));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "regional_specialisation",
        Column.Of("region", Regions.Select(row => (string?)row.Region), "Region", "Region code."),
        Column.Of(
            "krugman", Regions.Select(row => row.Krugman), "Krugman", "", "0 is the mix of all regions, 2 nothing in common.",
            recommended: true),
        Column.Of(
            "specialisation_coefficient", Regions.Select(row => row.SpecialisationCoefficient),
            "Specialisation coefficient", "", "Half of Krugman's index."),
        Column.Of(
            "herfindahl", Regions.Select(row => row.Herfindahl), "Herfindahl", "", "1 is a single industry."),
        Column.Of(
            "average_location_quotient", Regions.Select(row => row.AverageLocationQuotient), "Average location quotient",
            "ratio", "Weighted by the shares of the industries."),
        Column.Of("hachman", Regions.Select(row => row.Hachman), "Hachman", "", "1 is the mix of all regions."),
        Column.Of("entropy", Regions.Select(row => row.Entropy), "Entropy", LogBase.Unit(), "Shannon's entropy."),
        Column.Of("simpson", Regions.Select(row => row.Simpson), "Simpson", "", "1 − Herfindahl."),
        Column.Of(
            "inverse_simpson", Regions.Select(row => row.InverseSimpson), "Effective number", "industries",
            "1 / Herfindahl."),
        Column.Of("richness", Regions.Select(row => row.Richness), "Richness", "industries", "Industries present."));
}
