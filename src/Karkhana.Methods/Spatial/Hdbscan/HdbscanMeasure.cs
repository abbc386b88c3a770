using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>HDBSCAN as a measure.</summary>
public static class HdbscanMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PointPattern, HdbscanOptions, HdbscanResult>(
        "spatial.hdbscan",
        "Clusters of points by the density at which each is most stable.",
        Hdbscan.Source,
        [new InputSpec("points", "x, y; optional type, weight (not used)")],
        [
            new OutputSpec("point", OutputShape.Vector, "from 1, among the points of the type"),
            new OutputSpec("cluster", OutputShape.Vector, "label; 0 is noise"),
            new OutputSpec("probability", OutputShape.Vector, "membership, from 0 to 1"),
            new OutputSpec("outlier_score", OutputShape.Vector, "GLOSH, from 0 to 1"),
            new OutputSpec("core_distance", OutputShape.Vector, "distance that holds min_points points"),
            new OutputSpec("clusters", OutputShape.Scalar, "number"),
            new OutputSpec("noise", OutputShape.Scalar, "points in no cluster"),
        ],
        PointPattern.Read,
        Hdbscan.Estimate);
}
