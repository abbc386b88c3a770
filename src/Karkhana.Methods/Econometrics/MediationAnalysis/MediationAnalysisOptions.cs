using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on the product of coefficients.</summary>
public sealed record MediationAnalysisOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; one mediator.</value>
    [Description("Outcome, treatment, mediators (one), covariates, categorical (column with its base level).")]
    public required MediationModel Model { get; init; }

    /// <summary>Gets the covariance estimator of each equation.</summary>
    /// <value><see cref="CovarianceEstimator.Classical"/> unless set; a sample with clusters takes cr1 instead.</value>
    [Description("Covariance estimator; a sample with clusters takes cr1 by cluster instead.")]
    public CovarianceEstimator Covariance { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence level of the limits.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;
}
