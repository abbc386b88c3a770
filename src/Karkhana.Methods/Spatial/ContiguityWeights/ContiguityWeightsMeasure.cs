using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Neighbours by contiguity as a measure.</summary>
public static class ContiguityWeightsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegionShapes, ContiguityWeightsOptions, WeightsResult>(
        "spatial.contiguity-weights",
        "Neighbours of regions: those whose boundaries touch.",
        ContiguityWeights.Source,
        [new InputSpec("regions", "id, wkt")],
        WeightsResult.OutputsOf("region"),
        RegionShapes.Read,
        ContiguityWeights.Estimate);
}
