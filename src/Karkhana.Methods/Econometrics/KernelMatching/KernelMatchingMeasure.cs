using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Kernel matching as a measure.</summary>
public static class KernelMatchingMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TreatmentSample, KernelMatchingOptions, KernelMatchingResult>(
        "econometrics.kernel-matching",
        "Treated units compared with kernel-weighted means of the untreated units of similar propensity score.",
        KernelMatching.Source,
        [new InputSpec("sample", TreatmentSample.Roles + ", outcome; optional clusters (list of one column)")],
        [
            new OutputSpec("att", OutputShape.Scalar, "difference for the treated"),
            new OutputSpec("std_error", OutputShape.Scalar, "standard deviation over the bootstrap samples"),
            new OutputSpec("conf_low", OutputShape.Scalar, "lower percentile limit"),
            new OutputSpec("conf_high", OutputShape.Scalar, "upper percentile limit"),
            new OutputSpec("matched_treated", OutputShape.Scalar, "treated units with a control in reach"),
            new OutputSpec("effective_sample_size", OutputShape.Scalar, "of the controls"),
            new OutputSpec("variable", OutputShape.Vector, "covariates and their squares"),
            new OutputSpec("smd_before", OutputShape.Vector, "standardised mean differences of all units"),
            new OutputSpec("smd_after", OutputShape.Vector, "the same with the weights"),
        ],
        TreatmentSample.Read,
        KernelMatching.Estimate);
}
