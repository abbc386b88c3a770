using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>A Cournot equilibrium as a measure.</summary>
public static class CournotEquilibriumMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<CournotFirms, CournotEquilibriumOptions, CournotEquilibriumResult>(
        "experiments.cournot-equilibrium",
        "Cournot equilibrium with different marginal costs, and the number of firms under free entry.",
        CournotEquilibrium.Source,
        [new InputSpec("firms", "cost")],
        [
            new OutputSpec("firm", OutputShape.Vector, "1, 2, ..."),
            new OutputSpec("quantity", OutputShape.Vector, "quantity"),
            new OutputSpec("profit", OutputShape.Vector, "before fixed cost"),
            new OutputSpec("lerner", OutputShape.Vector, "margin over price; null for a firm that makes nothing"),
            new OutputSpec("price", OutputShape.Scalar, "price"),
            new OutputSpec("herfindahl", OutputShape.Scalar, "of the quantities"),
            new OutputSpec("free_entry_firms", OutputShape.Scalar, "firms of the entrants' cost that can be in the market together"),
        ],
        CournotFirms.Read,
        CournotEquilibrium.Estimate);
}
