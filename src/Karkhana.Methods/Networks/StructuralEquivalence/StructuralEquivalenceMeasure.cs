using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Structural equivalence as a measure.</summary>
public static class StructuralEquivalenceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, StructuralEquivalenceOptions, StructuralEquivalenceResult>(
        "networks.structural-equivalence",
        "How far two nodes have the same ties with the same others.",
        StructuralEquivalence.Source,
        [NetworkInput.Spec],
        [new OutputSpec("estimate", OutputShape.Matrix, "distance, or likeness for jaccard and correlation, node by node")],
        Graph.Read,
        StructuralEquivalence.Estimate);
}
