using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Modularity as a measure.</summary>
public static class ModularityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedNetwork, ModularityOptions, ModularityResult>(
        "networks.modularity",
        "How far ties run within given groups more often than degrees let expect.",
        Modularity.Source,
        [NetworkInput.Spec, NodeAttributes.Groups],
        [new OutputSpec("estimate", OutputShape.Scalar, "at most 1")],
        GroupedNetwork.Read,
        Modularity.Estimate);
}
