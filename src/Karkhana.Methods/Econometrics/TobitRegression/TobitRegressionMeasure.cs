using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Tobit regression as a measure.</summary>
public static class TobitRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, TobitRegressionOptions, TobitRegressionResult>(
        "econometrics.tobit-regression",
        "Linear regression of an outcome that is cut off at one or two limits.",
        TobitRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights (observations a row stands for), clusters (list of one column)")],
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("average_marginal_effect", OutputShape.Vector, "change of the observed outcome per unit, mean over the rows; NaN for the intercept"),
            new OutputSpec("scale", OutputShape.Scalar, "standard deviation of the latent outcome given the terms"),
            new OutputSpec("scale_std_error", OutputShape.Scalar, "its standard error"),
            .. CoefficientOutputs.LikelihoodSpecs,
            new OutputSpec("left_censored", OutputShape.Scalar, "rows at or below the left limit"),
            new OutputSpec("uncensored", OutputShape.Scalar, "rows between the limits"),
            new OutputSpec("right_censored", OutputShape.Scalar, "rows at or above the right limit"),
            new OutputSpec("covariance_matrix", OutputShape.Matrix, "term by term"),
        ],
        RegressionSample.Read,
        TobitRegression.Estimate);
}
