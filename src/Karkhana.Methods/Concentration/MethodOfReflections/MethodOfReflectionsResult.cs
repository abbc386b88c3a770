using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The reflections of regions and industries.</summary>
/// <param name="Regions">The regions with a specialisation.</param>
/// <param name="RegionValues">k_rN of each.</param>
/// <param name="Industries">The industries with a specialised region.</param>
/// <param name="IndustryValues">k_iN of each.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record MethodOfReflectionsResult(
    IReadOnlyList<string> Regions,
    IReadOnlyList<double> RegionValues,
    IReadOnlyList<string> Industries,
    IReadOnlyList<double> IndustryValues,
    IReadOnlyList<Note> Notes,
    Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("region", Regions)
        .Vector("region_value", RegionValues)
        .Vector("industry", Industries)
        .Vector("industry_value", IndustryValues);

    /// <inheritdoc/>
    public Table ToTable() => new BothSides(Regions, RegionValues, Industries, IndustryValues).ToTable(
        "method_of_reflections", "Reflection", "Mean over the partners of their value one reflection before.");
}
