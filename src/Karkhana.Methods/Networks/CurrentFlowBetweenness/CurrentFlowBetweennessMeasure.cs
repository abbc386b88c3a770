using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Current flow betweenness as a measure.</summary>
public static class CurrentFlowBetweennessMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, NetworkWithoutOptions, NodeScoresResult>(
        "networks.current-flow-betweenness",
        "Share of the random wandering between others that runs through a node.",
        CurrentFlowBetweenness.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("0 to 1"),
        Graph.Read,
        CurrentFlowBetweenness.Estimate);
}
