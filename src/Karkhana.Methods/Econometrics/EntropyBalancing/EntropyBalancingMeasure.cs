using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Entropy balancing as a measure.</summary>
public static class EntropyBalancingMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TreatmentSample, EntropyBalancingOptions, EntropyBalancingResult>(
        "econometrics.entropy-balancing",
        "Weights of untreated units that make one to three moments of the covariates those of the treated.",
        EntropyBalancing.Source,
        [new InputSpec("sample", TreatmentSample.Roles + "; optional outcome, clusters (list of one column)")],
        [
            new OutputSpec("att", OutputShape.Scalar, "difference for the treated; null without outcome or when the targets were not met"),
            new OutputSpec("std_error", OutputShape.Scalar, "standard error"),
            new OutputSpec("targets_met", OutputShape.Scalar, "1 when the moments were made equal, else 0"),
            new OutputSpec("effective_sample_size", OutputShape.Scalar, "of the untreated units"),
            new OutputSpec("observation", OutputShape.Vector, "row numbers from 1"),
            new OutputSpec("weight", OutputShape.Vector, "1 for treated; of the untreated adding up to the number of treated"),
            new OutputSpec("variable", OutputShape.Vector, "covariates and their squares"),
            new OutputSpec("smd_before", OutputShape.Vector, "standardised mean differences of all units"),
            new OutputSpec("smd_after", OutputShape.Vector, "the same with the weights"),
        ],
        TreatmentSample.Read,
        EntropyBalancing.Estimate);
}
