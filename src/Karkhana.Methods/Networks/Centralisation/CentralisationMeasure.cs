using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Centralisation as a measure.</summary>
public static class CentralisationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, CentralisationOptions, CentralisationResult>(
        "networks.centralisation",
        "How far a network is built around one node.",
        Centralisation.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "0 to 1"),
        ],
        Graph.Read,
        Centralisation.Estimate);
}
