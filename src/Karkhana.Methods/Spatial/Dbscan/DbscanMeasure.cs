using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>DBSCAN as a measure.</summary>
public static class DbscanMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PointPattern, DbscanOptions, DbscanResult>(
        "spatial.dbscan",
        "Clusters of points by density.",
        Dbscan.Source,
        [new InputSpec("points", "x, y; optional type, weight (not used)")],
        [
            new OutputSpec("point", OutputShape.Vector, "from 1, among the points of the type"),
            new OutputSpec("cluster", OutputShape.Vector, "label; 0 is noise"),
            new OutputSpec("core", OutputShape.Vector, "1 for core points"),
            new OutputSpec("clusters", OutputShape.Scalar, "number"),
            new OutputSpec("noise", OutputShape.Scalar, "points in no cluster"),
            new OutputSpec("core_points", OutputShape.Scalar, "number"),
        ],
        PointPattern.Read,
        Dbscan.Estimate);
}
