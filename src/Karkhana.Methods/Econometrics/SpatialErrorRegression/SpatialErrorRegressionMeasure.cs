using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The spatial error model as a measure.</summary>
public static class SpatialErrorRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialSample, SpatialErrorRegressionOptions, SpatialErrorRegressionResult>(
        "econometrics.spatial-error-regression",
        "Spatial error model by maximum likelihood.",
        SpatialErrorRegression.Source,
        SpatialSample.Inputs,
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("lambda", OutputShape.Scalar, "spatial error parameter"),
            new OutputSpec("lambda_std_error", OutputShape.Scalar, "from the expected information"),
            new OutputSpec("log_likelihood", OutputShape.Scalar, "at the maximum"),
            new OutputSpec("sigma2", OutputShape.Scalar, "maximum-likelihood residual variance"),
            new OutputSpec("likelihood_ratio", OutputShape.Scalar, "against least squares with the same terms"),
            new OutputSpec("likelihood_ratio_p", OutputShape.Scalar, "chi-square 1"),
            new OutputSpec("hausman", OutputShape.Scalar, "coefficients against those of least squares"),
            new OutputSpec("hausman_p", OutputShape.Scalar, "chi-square, as many degrees of freedom as terms"),
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("aic", OutputShape.Scalar, "lambda and the variance counted"),
            new OutputSpec("bic", OutputShape.Scalar, "lambda and the variance counted"),
        ],
        SpatialSample.Read,
        SpatialErrorRegression.Estimate);
}
