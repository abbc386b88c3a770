using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Geodesic distribution as a measure.</summary>
public static class GeodesicDistributionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, NetworkDirectionOptions, GeodesicDistributionResult>(
        "networks.geodesic-distribution",
        "Number of ordered pairs at each shortest-path distance.",
        GeodesicDistribution.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("distance", OutputShape.Vector, "0, 1, 2, ... and inf"),
            new OutputSpec("count", OutputShape.Vector, "ordered pairs"),
            new OutputSpec("mean_distance", OutputShape.Scalar, "over reachable ordered pairs"),
            new OutputSpec("diameter", OutputShape.Scalar, "largest finite distance"),
        ],
        Graph.Read,
        GeodesicDistribution.Estimate);
}
