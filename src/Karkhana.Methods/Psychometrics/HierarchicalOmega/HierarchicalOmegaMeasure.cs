using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Hierarchical omega as a measure.</summary>
public static class HierarchicalOmegaMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, HierarchicalOmegaOptions, HierarchicalOmegaResult>(
        "psychometrics.hierarchical-omega",
        "General-factor saturation of a sum score from a Schmid-Leiman decomposition.",
        HierarchicalOmega.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("omega_hierarchical", OutputShape.Scalar, "share of the general factor, 0..1; null for a Heywood case"),
            new OutputSpec("omega_total", OutputShape.Scalar, "share of all factors, 0..1"),
            new OutputSpec("omega_limit", OutputShape.Scalar, "hierarchical over total, 0..1"),
            new OutputSpec("alpha", OutputShape.Scalar, "standardised alpha"),
            new OutputSpec("item", OutputShape.Vector, "item names"),
            new OutputSpec("general_loading", OutputShape.Vector, "sum at least 0; null for a Heywood case"),
            new OutputSpec("group_loading", OutputShape.Matrix, "item by group factor, less the general factor"),
            new OutputSpec("group_factor", OutputShape.Vector, "1, 2, ..."),
            new OutputSpec("second_order_loading", OutputShape.Vector, "group factor on the general factor"),
        ],
        ItemResponses.Read,
        HierarchicalOmega.Estimate);
}
