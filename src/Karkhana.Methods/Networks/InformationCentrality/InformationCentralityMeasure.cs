using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Information centrality as a measure.</summary>
public static class InformationCentralityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, NetworkWithoutOptions, NodeScoresResult>(
        "networks.information-centrality",
        "How near all paths together bring a node to the others.",
        InformationCentrality.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("information"),
        Graph.Read,
        InformationCentrality.Estimate);
}
