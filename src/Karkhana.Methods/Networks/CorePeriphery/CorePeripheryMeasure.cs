using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Core-periphery fits as a measure.</summary>
public static class CorePeripheryMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, CorePeripheryOptions, CorePeripheryResult>(
        "networks.core-periphery",
        "How far a network has one core and a periphery around it.",
        CorePeriphery.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("correlation", OutputShape.Scalar, "of ties with the ideal, at the optimum"),
            new OutputSpec("core", OutputShape.Vector, "ids of the core (discrete)"),
            new OutputSpec("residual", OutputShape.Scalar, "sum of squares (continuous)"),
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("coreness", OutputShape.Vector, "coreness (continuous), 1 or 0 (discrete)"),
        ],
        Graph.Read,
        CorePeriphery.Estimate);
}
