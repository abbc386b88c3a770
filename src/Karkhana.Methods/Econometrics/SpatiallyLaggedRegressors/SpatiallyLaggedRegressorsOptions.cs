using System.ComponentModel;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the regression with spatially lagged regressors.</summary>
public sealed record SpatiallyLaggedRegressorsOptions : SpatialModelOptions
{
    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="CovarianceEstimator.Classical"/> unless set.</value>
    [Description("Covariance estimator, as in ordinary least squares.")]
    public CovarianceEstimator Covariance { get; init; }
}
