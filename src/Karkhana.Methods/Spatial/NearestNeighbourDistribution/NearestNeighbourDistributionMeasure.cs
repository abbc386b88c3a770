using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The distribution of nearest distances as a measure.</summary>
public static class NearestNeighbourDistributionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<WindowedPattern, NearestNeighbourDistributionOptions, DistanceCurveResult>(
        "spatial.nearest-neighbour-distribution",
        "Share of points that have another point within a distance.",
        NearestNeighbourDistribution.Source,
        [WindowedPattern.PointsInput, WindowedPattern.WindowInput],
        [
            new OutputSpec("distance", OutputShape.Vector, "r"),
            new OutputSpec("estimate", OutputShape.Vector, "probability"),
        ],
        WindowedPattern.Read,
        NearestNeighbourDistribution.Estimate);
}
