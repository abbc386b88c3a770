using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Core number as a measure.</summary>
public static class CoreNumberMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, CoreNumberOptions, NodeScoresResult>(
        "networks.core-number",
        "Largest k such that a node lies in the k-core.",
        CoreNumber.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("core number, 0 for isolates"),
        Graph.Read,
        CoreNumber.Estimate);
}
