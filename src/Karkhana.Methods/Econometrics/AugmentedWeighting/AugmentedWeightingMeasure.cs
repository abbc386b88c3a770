using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Augmented weighting as a measure.</summary>
public static class AugmentedWeightingMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TreatmentSample, AugmentedWeightingOptions, AugmentedWeightingResult>(
        "econometrics.augmented-weighting",
        "Cross-fitted augmented weighting of treated and untreated units, errors by cluster, clusters permuted when few.",
        AugmentedWeighting.Source,
        [new InputSpec("sample", TreatmentSample.Roles + ", outcome; optional clusters (list of one column)")],
        [
            new OutputSpec("estimand", OutputShape.Vector, "att, ate"),
            new OutputSpec("estimate", OutputShape.Vector, "differences"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors, by cluster"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("permutation_p_value", OutputShape.Vector, "from permuting the treatment of clusters; null when not done"),
            new OutputSpec("trimmed", OutputShape.Scalar, "units left out for their probability of treatment"),
            new OutputSpec("effective_sample_size", OutputShape.Scalar, "of the untreated units under the att weights"),
            new OutputSpec("variable", OutputShape.Vector, "covariates and their squares"),
            new OutputSpec("smd_before", OutputShape.Vector, "standardised mean differences of all units"),
            new OutputSpec("smd_after", OutputShape.Vector, "the same with the att weights, after trimming"),
        ],
        TreatmentSample.Read,
        AugmentedWeighting.Estimate);
}
