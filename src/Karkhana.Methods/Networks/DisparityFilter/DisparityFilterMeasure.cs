using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>The disparity filter as a measure.</summary>
public static class DisparityFilterMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<Graph, DisparityFilterOptions, DisparityFilterResult>(
        "networks.disparity-filter",
        "Which ties are stronger than a node would have if it spread its strength at random.",
        DisparityFilter.Source,
        [NetworkInput.Spec],
        [
            new OutputSpec("from", OutputShape.Vector, "senders"),
            new OutputSpec("to", OutputShape.Vector, "receivers"),
            new OutputSpec("weight", OutputShape.Vector, "values"),
            new OutputSpec("p_value", OutputShape.Vector, "per tie"),
            new OutputSpec("kept", OutputShape.Scalar, "ties with p_value below alpha"),
        ],
        Graph.Read,
        DisparityFilter.Estimate);
}
