using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The combined spatial model as a measure.</summary>
public static class SpatialCombinedRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialSample, SpatialCombinedRegressionOptions, SpatialCombinedRegressionResult>(
        "econometrics.spatial-combined-regression",
        "Spatial lag model with spatially autoregressive errors (SARAR) by maximum likelihood.",
        SpatialCombinedRegression.Source,
        SpatialSample.Inputs,
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("rho", OutputShape.Scalar, "spatial lag parameter"),
            new OutputSpec("rho_std_error", OutputShape.Scalar, "from the expected information"),
            new OutputSpec("lambda", OutputShape.Scalar, "spatial error parameter"),
            new OutputSpec("lambda_std_error", OutputShape.Scalar, "from the expected information"),
            new OutputSpec("log_likelihood", OutputShape.Scalar, "at the highest maximum"),
            new OutputSpec("sigma2", OutputShape.Scalar, "maximum-likelihood residual variance"),
            new OutputSpec("likelihood_ratio", OutputShape.Scalar, "against least squares with the same terms"),
            new OutputSpec("likelihood_ratio_p", OutputShape.Scalar, "chi-square 2"),
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("aic", OutputShape.Scalar, "rho, lambda and the variance counted"),
            new OutputSpec("bic", OutputShape.Scalar, "rho, lambda and the variance counted"),
        ],
        SpatialSample.Read,
        SpatialCombinedRegression.Estimate);
}
