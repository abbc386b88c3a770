using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Nearest-neighbour distances as a measure.</summary>
public static class NearestNeighbourMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PointPattern, NearestNeighbourOptions, NearestNeighbourResult>(
        "spatial.nearest-neighbour",
        "Distance of each point to its k-th nearest other point.",
        NearestNeighbour.Source,
        [WindowedPattern.PointsInput],
        [
            new OutputSpec("point", OutputShape.Vector, "1-based row among the selected points"),
            new OutputSpec("distance", OutputShape.Vector, "distance to the k-th nearest other point"),
            new OutputSpec("neighbour", OutputShape.Vector, "1-based row of that point"),
            new OutputSpec("mean", OutputShape.Scalar, "mean distance"),
        ],
        PointPattern.Read,
        NearestNeighbour.Estimate);
}
