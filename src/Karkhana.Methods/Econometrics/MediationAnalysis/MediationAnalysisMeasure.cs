using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Mediation analysis as a measure.</summary>
public static class MediationAnalysisMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, MediationAnalysisOptions, MediationAnalysisResult>(
        "econometrics.mediation-analysis",
        "How much of an association runs along one mediator, by the product of coefficients.",
        MediationAnalysis.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights, clusters (list of one column)")],
        [
            new OutputSpec("a", OutputShape.Scalar, "treatment to mediator"),
            new OutputSpec("a_std_error", OutputShape.Scalar, "standard error of a"),
            new OutputSpec("b", OutputShape.Scalar, "mediator to outcome, treatment held equal"),
            new OutputSpec("b_std_error", OutputShape.Scalar, "standard error of b"),
            new OutputSpec("indirect", OutputShape.Scalar, "a times b"),
            new OutputSpec("direct", OutputShape.Scalar, "treatment to outcome, mediator held equal"),
            new OutputSpec("direct_std_error", OutputShape.Scalar, "standard error of direct"),
            new OutputSpec("total", OutputShape.Scalar, "treatment to outcome without the mediator"),
            new OutputSpec("total_std_error", OutputShape.Scalar, "standard error of total"),
            new OutputSpec("proportion_mediated", OutputShape.Scalar, "indirect over total"),
            new OutputSpec("sobel_std_error", OutputShape.Scalar, "first order"),
            new OutputSpec("aroian_std_error", OutputShape.Scalar, "second order added"),
            new OutputSpec("goodman_std_error", OutputShape.Scalar, "second order taken away, at least 0"),
            new OutputSpec("sobel_statistic", OutputShape.Scalar, "indirect over Sobel's standard error"),
            new OutputSpec("sobel_p_value", OutputShape.Scalar, "two-sided, normal"),
            new OutputSpec("conf_low", OutputShape.Scalar, "lower limit of indirect, distribution of the product"),
            new OutputSpec("conf_high", OutputShape.Scalar, "upper limit of indirect"),
            new OutputSpec("residual_correlation_at_zero", OutputShape.Scalar, "residual correlation of mediator and outcome at which indirect would be 0"),
        ],
        RegressionSample.Read,
        MediationAnalysis.Estimate);
}
