using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Eigenvector centrality as a measure.</summary>
public static class EigenvectorCentralityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, EigenvectorCentralityOptions, EigenvectorCentralityResult>(
        "networks.eigenvector-centrality",
        "Ties to those who are well tied: the principal eigenvector.",
        EigenvectorCentrality.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("estimate", OutputShape.Vector, "score, not negative"),
            new OutputSpec("eigenvalue", OutputShape.Scalar, "largest eigenvalue"),
        ],
        Graph.Read,
        EigenvectorCentrality.Estimate);
}
