using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Weighting by the propensity score as a measure.</summary>
public static class InverseProbabilityWeightingMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TreatmentSample, InverseProbabilityWeightingOptions, InverseProbabilityWeightingResult>(
        "econometrics.inverse-probability-weighting",
        "Differences between treated and untreated units weighted by the logit propensity score.",
        InverseProbabilityWeighting.Source,
        [new InputSpec("sample", TreatmentSample.Roles + ", outcome; optional clusters (list of one column)")],
        [
            new OutputSpec("att", OutputShape.Scalar, "difference for the treated"),
            new OutputSpec("att_std_error", OutputShape.Scalar, "with estimated scores allowed for"),
            new OutputSpec("ate_hajek", OutputShape.Scalar, "difference for all, normalised weights"),
            new OutputSpec("ate_hajek_std_error", OutputShape.Scalar, "with estimated scores allowed for"),
            new OutputSpec("ate_horvitz_thompson", OutputShape.Scalar, "difference for all, plain weights"),
            new OutputSpec("ate_doubly_robust", OutputShape.Scalar, "difference for all, weights and lines"),
            new OutputSpec("ate_doubly_robust_std_error", OutputShape.Scalar, "standard error"),
            new OutputSpec("effective_sample_size", OutputShape.Scalar, "of the untreated units under the att weights"),
            new OutputSpec("variable", OutputShape.Vector, "covariates"),
            new OutputSpec("smd_raw", OutputShape.Vector, "standardised mean differences"),
            new OutputSpec("smd_weighted", OutputShape.Vector, "the same with the att weights"),
        ],
        TreatmentSample.Read,
        InverseProbabilityWeighting.Estimate);
}
