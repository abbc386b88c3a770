using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Cut points as a measure.</summary>
public static class CutPointsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, NetworkWithoutOptions, CutPointsResult>(
        "networks.cut-points",
        "Nodes and ties whose removal cuts a network apart.",
        CutPoints.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("node", OutputShape.Vector, "ids of the cut points"),
            new OutputSpec("bridges", OutputShape.Scalar, "number"),
            new OutputSpec("biconnected_components", OutputShape.Scalar, "number, bridges included"),
        ],
        Graph.Read,
        CutPoints.Estimate);
}
