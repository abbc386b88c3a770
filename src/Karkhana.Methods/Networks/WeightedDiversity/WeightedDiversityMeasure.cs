using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Diversity of tie values as a measure.</summary>
public static class WeightedDiversityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, WeightedDiversityOptions, NodeScoresResult>(
        "networks.weighted-diversity",
        "How evenly a node spreads its ties over its contacts: entropy of incident tie values.",
        WeightedDiversity.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("0 to 1; NaN for isolates"),
        Graph.Read,
        WeightedDiversity.Estimate);
}
