using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Betweenness centrality as a measure.</summary>
public static class BetweennessCentralityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, BetweennessCentralityOptions, NodeScoresResult>(
        "networks.betweenness-centrality",
        "Share of the shortest paths between others that run through a node.",
        BetweennessCentrality.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("pairs, or 0 to 1 when normalised"),
        Graph.Read,
        BetweennessCentrality.Estimate);
}
