using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Binary regression as a measure.</summary>
public static class BinaryRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, BinaryRegressionOptions, BinaryRegressionResult>(
        "econometrics.binary-regression",
        "Logit and probit regression with marginal effects; terms that separate yes from no are named.",
        BinaryRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights (observations a row stands for), clusters (list of one column)")],
        [
            .. CoefficientOutputs.Specs,
            .. CoefficientOutputs.LikelihoodSpecs,
            new OutputSpec("null_deviance", OutputShape.Scalar, "−2 log-likelihood of the model with a constant only"),
            new OutputSpec("deviance", OutputShape.Scalar, "−2 log-likelihood"),
            new OutputSpec("pseudo_r_squared", OutputShape.Scalar, "McFadden"),
            new OutputSpec("average_marginal_effect", OutputShape.Vector, "change of the probability per unit, mean over the rows; NaN for the intercept"),
            new OutputSpec("average_marginal_effect_std_error", OutputShape.Vector, "by the delta method"),
            new OutputSpec("odds_ratio", OutputShape.Vector, "exp(estimate) of a logit; NaN for the intercept and for a probit"),
            new OutputSpec("density_at_means", OutputShape.Scalar, "f(mean(x)'b)"),
            new OutputSpec("covariance_matrix", OutputShape.Matrix, "term by term"),
        ],
        RegressionSample.Read,
        BinaryRegression.Estimate);
}
