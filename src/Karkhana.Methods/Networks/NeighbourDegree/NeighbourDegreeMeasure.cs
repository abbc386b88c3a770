using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Neighbour degree as a measure.</summary>
public static class NeighbourDegreeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, NetworkWithoutOptions, NodeScoresResult>(
        "networks.neighbour-degree",
        "Average degree of the neighbours.",
        NeighbourDegree.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("mean degree; NaN for isolates"),
        Graph.Read,
        NeighbourDegree.Estimate);
}
