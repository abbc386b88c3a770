using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Concentration;

/// <summary>The complexity of regions and industries.</summary>
/// <param name="Regions">The regions with a specialisation.</param>
/// <param name="RegionValues">The economic complexity index of each, a standard score.</param>
/// <param name="Industries">The industries with a specialised region.</param>
/// <param name="IndustryValues">The complexity of each, a standard score.</param>
/// <param name="SecondEigenvalue">The second eigenvalue; NaN with fewer than two regions or industries.</param>
/// <param name="Notes">What the reader must know.</param>
/// <param name="Provenance">What made it.</param>
public sealed record EconomicComplexityResult(
    IReadOnlyList<string> Regions,
    IReadOnlyList<double> RegionValues,
    IReadOnlyList<string> Industries,
    IReadOnlyList<double> IndustryValues,
    double SecondEigenvalue,
    IReadOnlyList<Note> Notes,
    Provenance Provenance) : IMeasureResult
{
    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("region", Regions)
        .Vector("eci", RegionValues)
        .Vector("industry", Industries)
        .Vector("pci", IndustryValues)
        .Scalar("second_eigenvalue", SecondEigenvalue);

    /// <inheritdoc/>
    public Table ToTable() => new BothSides(Regions, RegionValues, Industries, IndustryValues).ToTable(
        "economic_complexity", "Complexity", "Standard score: mean 0 and standard deviation 1 over regions, and over industries.");
}
