using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Proximity prestige as a measure.</summary>
public static class ProximityPrestigeMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, NetworkWithoutOptions, ProximityPrestigeResult>(
        "networks.proximity-prestige",
        "How many reach a node, and from how near.",
        ProximityPrestige.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("domain", OutputShape.Vector, "others that reach the node"),
            new OutputSpec("proximity", OutputShape.Vector, "0 to 1"),
        ],
        Graph.Read,
        ProximityPrestige.Estimate);
}
