using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The cluster index as a measure.</summary>
public static class ClusterIndexMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ClusterRegions, ClusterIndexOptions, ClusterIndexResult>(
        "concentration.cluster-index",
        "Litzenberger-Sternberg cluster index of one industry by region.",
        ClusterIndex.Source,
        [new InputSpec("regions", "region, employment, area, population, firms")],
        [
            new OutputSpec("region", OutputShape.Vector, "codes"),
            new OutputSpec("estimate", OutputShape.Vector, "by region; 1 is the average"),
        ],
        ClusterRegions.Read,
        ClusterIndex.Estimate);
}
