using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The propensity score as a measure.</summary>
public static class PropensityScoreMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<TreatmentSample, PropensityScoreOptions, PropensityScoreResult>(
        "econometrics.propensity-score",
        "Probability of treatment given covariates, by logit.",
        PropensityScore.Source,
        [new InputSpec("sample", TreatmentSample.Roles)],
        [
            new OutputSpec("term", OutputShape.Vector, "coefficient names; the constant is called intercept"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors"),
            new OutputSpec("observation", OutputShape.Vector, "row numbers from 1"),
            new OutputSpec("score", OutputShape.Vector, "probability of treatment"),
        ],
        TreatmentSample.Read,
        PropensityScore.Estimate);
}
