using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Shortest paths as a measure.</summary>
public static class ShortestPathsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, ShortestPathsOptions, ShortestPathsResult>(
        "networks.shortest-paths",
        "Distances from one node.",
        ShortestPaths.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("distance", OutputShape.Vector, "length of the shortest path from the source, inf if unreachable"),
        ],
        Graph.Read,
        ShortestPaths.Estimate);
}
