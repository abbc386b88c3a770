using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Katz centrality as a measure.</summary>
public static class KatzCentralityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, KatzCentralityOptions, NodeScoresResult>(
        "networks.katz-centrality",
        "Walks that end at a node, the longer the less they count.",
        KatzCentrality.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("Katz centrality"),
        Graph.Read,
        KatzCentrality.Estimate);
}
