using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on an industry growth regression.</summary>
public sealed record IndustryGrowthRegressionOptions
{
    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="IndustryGrowthCovariance.Classical"/> unless set.</value>
    [Description("Covariance estimator.")]
    public IndustryGrowthCovariance Covariance { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
