using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a negative binomial regression.</summary>
public sealed record NegativeBinomialRegressionOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; the outcome holds counts.</value>
    [Description("Outcome (counts), terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="LikelihoodCovariance.Information"/> unless set: expected, at the estimated θ; cluster needs one
    /// grouping.</value>
    [Description("Covariance estimator; information is the expected one at the estimated theta.")]
    public LikelihoodCovariance Covariance { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
