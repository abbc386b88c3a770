using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>The E-I index as a measure.</summary>
public static class EiIndexMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedNetwork, EiIndexOptions, EiIndexResult>(
        "networks.ei-index",
        "Whether ties run out of groups or stay within them: the Krackhardt-Stern E-I index.",
        EiIndex.Source,
        [NetworkInput.Spec, NodeAttributes.Groups],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "-1 to 1"),
            new OutputSpec("external", OutputShape.Scalar, "ties between groups"),
            new OutputSpec("internal", OutputShape.Scalar, "ties within groups"),
            new OutputSpec("expected", OutputShape.Scalar, "index of the complete network"),
            new OutputSpec("group", OutputShape.Vector, "groups"),
            new OutputSpec("group_estimate", OutputShape.Vector, "index of each group"),
            new OutputSpec("node", OutputShape.Vector, "ids"),
            new OutputSpec("node_estimate", OutputShape.Vector, "index of each node, NaN for isolates"),
            new OutputSpec("mixing", OutputShape.Matrix, "ties from row group to column group"),
            new OutputSpec("permuted_mean", OutputShape.Scalar, "mean index under permuted groups"),
            new OutputSpec("permuted_sd", OutputShape.Scalar, "its standard deviation"),
            new OutputSpec("p_value", OutputShape.Scalar, "two-sided, under permuted groups"),
        ],
        GroupedNetwork.Read,
        EiIndex.Estimate);
}
