using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Clustering as a measure.</summary>
public static class ClusteringMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, ClusteringOptions, ClusteringResult>(
        "networks.clustering",
        "How often two neighbours of a node are tied.",
        Clustering.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficient of the node"),
            new OutputSpec("global", OutputShape.Scalar, "3 triangles / connected triples"),
            new OutputSpec("average_zero", OutputShape.Scalar, "mean of binary coefficients, undefined as 0"),
            new OutputSpec("average_defined", OutputShape.Scalar, "mean of defined binary coefficients"),
        ],
        Graph.Read,
        Clustering.Estimate);
}
