using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Structural holes as a measure.</summary>
public static class StructuralHolesMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, StructuralHolesOptions, StructuralHolesResult>(
        "networks.structural-holes",
        "How far the contacts of a node are contacts of each other: Burt's constraint, effective size, efficiency, hierarchy.",
        StructuralHoles.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("constraint", OutputShape.Vector, "sum over contacts, NaN for isolates"),
            new OutputSpec("effective_size", OutputShape.Vector, "contacts less their redundancy, NaN for isolates"),
            new OutputSpec("efficiency", OutputShape.Vector, "effective size over contacts, NaN for isolates"),
            new OutputSpec("hierarchy", OutputShape.Vector, "concentration of constraint on one contact, NaN with fewer than 2 contacts"),
            new OutputSpec("degree", OutputShape.Vector, "number of contacts"),
        ],
        Graph.Read,
        StructuralHoles.Estimate);
}
