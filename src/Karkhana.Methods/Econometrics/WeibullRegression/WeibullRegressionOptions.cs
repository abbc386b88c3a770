using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a Weibull regression.</summary>
public sealed record WeibullRegressionOptions
{
    /// <summary>Gets the covariates.</summary>
    /// <value>Required; at least one.</value>
    [Description("Covariates.")]
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets the categorical terms, each with the level that the others are compared with.</summary>
    /// <value>Empty unless set.</value>
    [Description("Categorical terms: column with its base level.")]
    public IReadOnlyDictionary<string, string> Categorical { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="LikelihoodCovariance.Information"/> unless set; cluster needs the role cluster.</value>
    [Description("Covariance estimator.")]
    public LikelihoodCovariance Covariance { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
