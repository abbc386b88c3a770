using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The indices of all industries.</summary>
/// <param name="Industries">One entry per industry.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record DevereuxResult(
    IReadOnlyList<DevereuxIndustry> Industries, IReadOnlyList<Note> Notes, Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("industry", Industries.Select(row => (string?)row.Industry))
        .Vector("estimate", Industries.Select(row => row.Estimate))
        .Vector("geographic", Industries.Select(row => row.Geographic))
        .Vector("herfindahl", Industries.Select(row => row.Herfindahl))
        .Vector("plants", Industries.Select(row => row.Plants));

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "devereux",
        Column.Of("industry", Industries.Select(row => (string?)row.Industry), "Industry", "Industry code."),
        Column.Of("n", Industries.Select(row => row.Plants), "Plants", "", "Number of plants with workers."),
        Column.Of(
            "estimate", Industries.Select(row => row.Estimate), "Agglomeration α", "",
            "0 when plants stand apart as far as their number and the regions allow.", recommended: true),
        Column.Of(
            "geographic", Industries.Select(row => row.Geographic), "Geographic concentration", "",
            "Σs² − 1/K* of the industry's shares over regions."),
        Column.Of(
            "herfindahl", Industries.Select(row => row.Herfindahl), "Plant Herfindahl", "", "Lumpiness of the plants."));
}
