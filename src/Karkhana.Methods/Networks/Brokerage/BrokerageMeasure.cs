using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>Brokerage as a measure.</summary>
public static class BrokerageMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedNetwork, NetworkWithoutOptions, BrokerageResult>(
        "networks.brokerage",
        "How often a node stands between two others that are not tied, by the groups of the three.",
        Brokerage.Source,
        [NetworkInput.Spec, NodeAttributes.Groups],
        [
            new OutputSpec("node", OutputShape.Vector, "ids"),
            .. BrokerageResult.Roles.Select(role => new OutputSpec(role, OutputShape.Vector, "open two-paths through the node")),
            new OutputSpec("role", OutputShape.Vector, "names of the roles"),
            new OutputSpec("count", OutputShape.Vector, "open two-paths of the network by role"),
            new OutputSpec("expected_count", OutputShape.Vector, "their mean under random ties of the same density"),
            new OutputSpec("expected", OutputShape.Matrix, "mean under random ties of the same density, node by role"),
            new OutputSpec("z", OutputShape.Matrix, "(count - expected) / standard deviation, node by role"),
        ],
        GroupedNetwork.Read,
        Brokerage.Estimate);
}
