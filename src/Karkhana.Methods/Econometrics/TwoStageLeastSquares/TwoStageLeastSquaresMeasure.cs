using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Two-stage least squares as a measure.</summary>
public static class TwoStageLeastSquaresMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, TwoStageLeastSquaresOptions, TwoStageLeastSquaresResult>(
        "econometrics.two-stage-least-squares",
        "Regression with instruments for regressors that may go with the error, with tests of the instruments.",
        TwoStageLeastSquares.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights, absorb (up to two columns), clusters (one column)")],
        [
            new OutputSpec("term", OutputShape.Vector, "coefficient names; the constant is called intercept"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("sigma", OutputShape.Scalar, "residual standard deviation"),
            new OutputSpec("weak_instrument_f", OutputShape.Scalar, "F of the excluded instruments in the first stage; the smallest of several"),
            new OutputSpec("weak_instrument_p", OutputShape.Scalar, "its p-value"),
            new OutputSpec("wu_hausman", OutputShape.Scalar, "F of the first-stage residuals added to the regression"),
            new OutputSpec("wu_hausman_p", OutputShape.Scalar, "its p-value"),
            new OutputSpec("sargan", OutputShape.Scalar, "chi-square of the instruments beyond those needed"),
            new OutputSpec("sargan_p", OutputShape.Scalar, "its p-value"),
            new OutputSpec("hansen_j", OutputShape.Scalar, "the same, robust or clustered as the errors are"),
            new OutputSpec("hansen_j_p", OutputShape.Scalar, "its p-value"),
            new OutputSpec("cragg_donald_f", OutputShape.Scalar, "F of the weakest combination of endogenous regressors"),
            new OutputSpec("kleibergen_paap_f", OutputShape.Scalar, "the same, robust or clustered as the errors are"),
        ],
        RegressionSample.Read,
        TwoStageLeastSquares.Estimate);
}
