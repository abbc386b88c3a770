using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Eccentricity as a measure.</summary>
public static class EccentricityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, NetworkDirectionOptions, NodeScoresResult>(
        "networks.eccentricity",
        "Largest finite distance from a node.",
        Eccentricity.Source,
        [NetworkInput.Spec],
        NodeScoresResult.Outputs("largest distance to a node that is reached"),
        Graph.Read,
        Eccentricity.Estimate);
}
