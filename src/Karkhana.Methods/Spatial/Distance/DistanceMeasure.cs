using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Distances from one point as a measure.</summary>
public static class DistanceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PointPattern, DistanceOptions, DistanceResult>(
        "spatial.distance",
        "Distances from one point to all points, on a plane or along the surface of the earth.",
        Distance.Source,
        [new InputSpec("points", "x, y; optional type, weight")],
        [
            new OutputSpec("point", OutputShape.Vector, "row from 1"),
            new OutputSpec("distance", OutputShape.Vector, "by point: unit of x, or km"),
        ],
        PointPattern.Read,
        Distance.Estimate);
}
