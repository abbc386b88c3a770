using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Closeness centrality as a measure.</summary>
public static class ClosenessCentralityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, ClosenessCentralityOptions, NodeScoresResult>(
        "networks.closeness-centrality",
        "How near a node is to the others: inverse distances.",
        ClosenessCentrality.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("closeness; NaN when nothing is reached"),
        Graph.Read,
        ClosenessCentrality.Estimate);
}
