using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Ordinary least squares as a measure.</summary>
public static class OrdinaryLeastSquaresMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, OrdinaryLeastSquaresOptions, OrdinaryLeastSquaresResult>(
        "econometrics.ordinary-least-squares",
        "Linear regression by (weighted) least squares with classical or heteroskedasticity-consistent covariance.",
        OrdinaryLeastSquares.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights")],
        [
            new OutputSpec("term", OutputShape.Vector, "coefficient names; the constant is called intercept"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors"),
            new OutputSpec("statistic", OutputShape.Vector, "estimate over standard error"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("sigma", OutputShape.Scalar, "residual standard deviation"),
            new OutputSpec("r_squared", OutputShape.Scalar, "share of variance explained"),
            new OutputSpec("adjusted_r_squared", OutputShape.Scalar, "the same, degrees of freedom counted"),
            new OutputSpec("f_statistic", OutputShape.Scalar, "test of all slopes, classical"),
            new OutputSpec("log_likelihood", OutputShape.Scalar, "Gaussian, maximum-likelihood variance"),
            new OutputSpec("aic", OutputShape.Scalar, "k + 1 parameters"),
            new OutputSpec("bic", OutputShape.Scalar, "k + 1 parameters"),
            new OutputSpec("covariance_matrix", OutputShape.Matrix, "term by term"),
        ],
        RegressionSample.Read,
        OrdinaryLeastSquares.Estimate);
}
