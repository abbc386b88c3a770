using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>The cohesion of a network as a measure.</summary>
public static class CohesionMeasure
{
    private static readonly string[] Names =
    [
        "nodes", "density", "reciprocity_dyadic", "reciprocity_nonnull", "reciprocity_edgewise", "reciprocity_correlation",
        "transitivity", "transitive_triples", "mutual", "asymmetric", "null", "components_weak", "components_strong",
        "connectedness", "hierarchy", "efficiency",
    ];

    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, CohesionOptions, CohesionResult>(
        "networks.cohesion",
        "Density, reciprocity, transitivity, dyads, components and Krackhardt's dimensions of a directed binary network.",
        Cohesion.Source,
        [NetworkInput.Spec],
        [.. Names.Select(name => new OutputSpec(name, OutputShape.Scalar, name.Replace('_', ' ')))],
        Graph.Read,
        Cohesion.Estimate);
}
