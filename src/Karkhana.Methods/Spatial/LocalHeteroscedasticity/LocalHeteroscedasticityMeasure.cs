using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Local heteroscedasticity as a measure.</summary>
public static class LocalHeteroscedasticityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialValues, CodingOptions, LocalHeteroscedasticityResult>(
        "spatial.local-heteroscedasticity",
        "Where values scatter about their local mean more or less than elsewhere.",
        LocalHeteroscedasticity.Source,
        [
            new InputSpec("values", "id, value"),
            new InputSpec("weights", "from, to; optional weight"),
        ],
        [
            new OutputSpec("unit", OutputShape.Vector, "id"),
            new OutputSpec("estimate", OutputShape.Vector, "H_i; 1 under the null"),
            new OutputSpec("variance", OutputShape.Vector, "under the null"),
            new OutputSpec("statistic", OutputShape.Vector, "2 H / Var, about chi-square with 2 / Var degrees of freedom"),
            new OutputSpec("local_mean", OutputShape.Vector, "mean of the neighbours"),
            new OutputSpec("residual", OutputShape.Vector, "squared difference from the local mean"),
        ],
        SpatialValues.Read,
        LocalHeteroscedasticity.Estimate);
}
