using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>A value for each region and each industry, as one table.</summary>
/// <param name="Regions">The region codes.</param>
/// <param name="RegionValues">Their values.</param>
/// <param name="Industries">The industry codes.</param>
/// <param name="IndustryValues">Their values.</param>
internal sealed record BothSides(
    IReadOnlyList<string> Regions,
    IReadOnlyList<double> RegionValues,
    IReadOnlyList<string> Industries,
    IReadOnlyList<double> IndustryValues)
{
    public Table ToTable(string name, string label, string description) => Table.Of(
        name,
        Column.Of(
            "kind",
            [.. Regions.Select(_ => (string?)"region"), .. Industries.Select(_ => (string?)"industry")],
            "Kind", "region or industry."),
        Column.Of("term", [.. Regions, .. Industries], "Code", "Region or industry code."),
        Column.Of("estimate", [.. RegionValues, .. IndustryValues], label, "", description, recommended: true));
}
