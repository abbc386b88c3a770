using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Agglomeration;

/// <summary>What can be set on the curve of an outcome in density.</summary>
public sealed record DiseconomyCurveOptions
{
    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="CovarianceEstimator.Hc3"/> unless set.</value>
    [Description("Covariance estimator.")]
    public CovarianceEstimator Covariance { get; init; } = CovarianceEstimator.Hc3;

    /// <summary>Gets the confidence level of intervals.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;

    /// <summary>Gets the level of the test of an inverted U.</summary>
    /// <value>From 0.001 to 0.5; 0.05 unless set.</value>
    [Description("Level of the test of an inverted U.")]
    public double Alpha { get; init => field = Require.Between(value, 0.001, 0.5); } = 0.05;
}
