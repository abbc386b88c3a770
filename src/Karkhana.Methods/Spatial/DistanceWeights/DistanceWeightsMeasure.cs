using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Neighbours by distance as a measure.</summary>
public static class DistanceWeightsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PointPattern, DistanceWeightsOptions, WeightsResult>(
        "spatial.distance-weights",
        "Neighbours of points by distance: the k nearest, or all within a limit.",
        DistanceWeights.Source,
        [new InputSpec("points", "x, y; optional type, weight")],
        WeightsResult.OutputsOf("point"),
        PointPattern.Read,
        DistanceWeights.Estimate);
}
