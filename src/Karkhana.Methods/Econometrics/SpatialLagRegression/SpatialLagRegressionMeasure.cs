using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The spatial lag model as a measure.</summary>
public static class SpatialLagRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialSample, SpatialLagRegressionOptions, SpatialLagRegressionResult>(
        "econometrics.spatial-lag-regression",
        "Spatial autoregressive (lag) model and spatial Durbin model by maximum likelihood, with impacts.",
        SpatialLagRegression.Source,
        SpatialSample.Inputs,
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("rho", OutputShape.Scalar, "spatial lag parameter"),
            new OutputSpec("rho_std_error", OutputShape.Scalar, "from the expected information"),
            new OutputSpec("log_likelihood", OutputShape.Scalar, "at the maximum"),
            new OutputSpec("sigma2", OutputShape.Scalar, "maximum-likelihood residual variance"),
            new OutputSpec("likelihood_ratio", OutputShape.Scalar, "against least squares with the same terms"),
            new OutputSpec("likelihood_ratio_p", OutputShape.Scalar, "chi-square 1"),
            new OutputSpec("residual_lm", OutputShape.Scalar, "score test of residual autocorrelation"),
            new OutputSpec("residual_lm_p", OutputShape.Scalar, "chi-square 1"),
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("aic", OutputShape.Scalar, "rho and the variance counted"),
            new OutputSpec("bic", OutputShape.Scalar, "rho and the variance counted"),
            new OutputSpec("impact_term", OutputShape.Vector, "regressors without the constant"),
            new OutputSpec("direct", OutputShape.Vector, "mean diagonal of the multiplier"),
            new OutputSpec("indirect", OutputShape.Vector, "total - direct"),
            new OutputSpec("total", OutputShape.Vector, "mean row sum of the multiplier"),
            new OutputSpec("direct_std_error", OutputShape.Vector, "over draws of the parameters"),
            new OutputSpec("indirect_std_error", OutputShape.Vector, "over draws of the parameters"),
            new OutputSpec("total_std_error", OutputShape.Vector, "over draws of the parameters"),
        ],
        SpatialSample.Read,
        SpatialLagRegression.Estimate);
}
