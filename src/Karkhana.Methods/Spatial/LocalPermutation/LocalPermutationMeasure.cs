using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The conditional permutation test of local statistics as a measure.</summary>
public static class LocalPermutationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialValues, LocalPermutationOptions, LocalPermutationResult>(
        "spatial.local-permutation",
        "Conditional permutation test of local Moran, G, G* or Geary at every unit.",
        LocalPermutation.Source,
        [
            new InputSpec("values", "id, value"),
            new InputSpec("weights", "from, to; optional weight"),
        ],
        [
            new OutputSpec("unit", OutputShape.Vector, "id"),
            new OutputSpec("estimate", OutputShape.Vector, "the statistic; null when not defined"),
            new OutputSpec("p_value", OutputShape.Vector, "pseudo p-value (1 + m)/(1 + S)"),
            new OutputSpec("q_value", OutputShape.Vector, "corrected for the number of units"),
            new OutputSpec("significant", OutputShape.Vector, "1 when q is at most alpha"),
            new OutputSpec("class", OutputShape.Vector, "high-high, low-low, high-low, low-high, not-significant, isolated, undefined; Geary also other-positive, negative"),
        ],
        SpatialValues.Read,
        LocalPermutation.Estimate);
}
