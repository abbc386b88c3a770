using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Negative binomial regression as a measure.</summary>
public static class NegativeBinomialRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, NegativeBinomialRegressionOptions, NegativeBinomialRegressionResult>(
        "econometrics.negative-binomial-regression",
        "Negative binomial regression of counts with log link, tested against Poisson.",
        NegativeBinomialRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights (observations a row stands for), clusters (list of one column)")],
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("rate_ratio", OutputShape.Vector, "exp(estimate)"),
            new OutputSpec("theta", OutputShape.Scalar, "size: the variance is m + m²/theta; infinite without overdispersion"),
            new OutputSpec("theta_std_error", OutputShape.Scalar, "by the observed information of theta"),
            .. CoefficientOutputs.LikelihoodSpecs,
            new OutputSpec("overdispersion_statistic", OutputShape.Scalar, "twice the log-likelihood gained over the Poisson regression"),
            new OutputSpec("overdispersion_p_value", OutputShape.Scalar, "half the chi-square tail"),
            new OutputSpec("covariance_matrix", OutputShape.Matrix, "term by term"),
        ],
        RegressionSample.Read,
        NegativeBinomialRegression.Estimate);
}
