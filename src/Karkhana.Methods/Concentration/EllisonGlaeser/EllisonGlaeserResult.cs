using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The indices of all industries.</summary>
/// <param name="Industries">One entry per industry.</param>
/// <param name="Provenance">What made it.</param>
public sealed record EllisonGlaeserResult(
    IReadOnlyList<EllisonGlaeserIndustry> Industries, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("industry", Industries.Select(row => (string?)row.Industry))
        .Vector("gamma", Industries.Select(row => row.Gamma))
        .Vector("g", Industries.Select(row => row.G))
        .Vector("herfindahl", Industries.Select(row => row.Herfindahl))
        .Vector("plants", Industries.Select(row => row.Plants))
        .Vector("expected_g", Industries.Select(row => row.ExpectedG))
        .Vector("sd_g", Industries.Select(row => row.StandardDeviationOfG))
        .Vector("z", Industries.Select(row => row.Z))
        .Vector("gamma_area", Industries.Select(row => row.GammaArea))
        .Vector("maurel_sedillot", Industries.Select(row => row.MaurelSedillot));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "ellison_glaeser",
        Column.Of("industry", Industries.Select(row => (string?)row.Industry), "Industry", "Industry code."),
        Column.Of("n", Industries.Select(row => row.Plants), "Plants", "", "Number of plants."),
        Column.Of(
            "estimate", Industries.Select(row => row.Gamma), "Ellison–Glaeser γ", "",
            "Below 0.02 little beyond the lumpiness of plants, above 0.05 strong concentration.", recommended: true),
        Column.Of(
            "maurel_sedillot", Industries.Select(row => row.MaurelSedillot), "Maurel–Sédillot", "",
            "The same question with other weights."),
        Column.Of("g", Industries.Select(row => row.G), "G", "", "Raw concentration."),
        Column.Of(
            "herfindahl", Industries.Select(row => row.Herfindahl), "Plant Herfindahl", "", "Lumpiness of the plants."),
        Column.Of("statistic", Industries.Select(row => row.Z), "z", "", "(G − expected) / standard deviation."));
}
