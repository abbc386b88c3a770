using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Efficiency as a measure.</summary>
public static class EfficiencyMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, NetworkWithoutOptions, EfficiencyResult>(
        "networks.efficiency",
        "Global and local efficiency of the undirected network.",
        Efficiency.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("global", OutputShape.Scalar, "mean of 1 / distance"),
            new OutputSpec("local", OutputShape.Scalar, "mean efficiency among neighbours"),
        ],
        Graph.Read,
        Efficiency.Estimate);
}
