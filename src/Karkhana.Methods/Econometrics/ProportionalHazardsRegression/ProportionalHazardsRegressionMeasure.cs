using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Proportional hazards regression as a measure.</summary>
public static class ProportionalHazardsRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<SurvivalRegressionSample, ProportionalHazardsRegressionOptions, ProportionalHazardsRegressionResult>(
            "econometrics.proportional-hazards-regression",
            "Cox proportional hazards regression, with the test of proportionality.",
            ProportionalHazardsRegression.Source,
            [new InputSpec("sample", SurvivalRegressionSample.Roles + ", optional entry, stratum")],
            [
                .. CoefficientOutputs.Specs,
                new OutputSpec("hazard_ratio", OutputShape.Vector, "exp(estimate)"),
                .. CoefficientOutputs.LikelihoodSpecs,
                new OutputSpec("events", OutputShape.Scalar, "number of events"),
                new OutputSpec("concordance", OutputShape.Scalar, "Harrell's C, 0..1"),
                new OutputSpec("tested_term", OutputShape.Vector, "terms, then all"),
                new OutputSpec("proportionality_statistic", OutputShape.Vector, "score test that the coefficient does not drift with time"),
                new OutputSpec("proportionality_df", OutputShape.Vector, "its degrees of freedom"),
                new OutputSpec("proportionality_p_value", OutputShape.Vector, "by the chi-square distribution"),
                new OutputSpec("covariance_matrix", OutputShape.Matrix, "term by term"),
            ],
            SurvivalRegressionSample.Read,
            ProportionalHazardsRegression.Estimate);
}
