using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Subgraph centrality as a measure.</summary>
public static class SubgraphCentralityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, NetworkWithoutOptions, NodeScoresResult>(
        "networks.subgraph-centrality",
        "Closed walks from a node, the longer the less they count.",
        SubgraphCentrality.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("diagonal of exp(A)"),
        Graph.Read,
        SubgraphCentrality.Estimate);
}
