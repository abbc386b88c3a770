using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a binary regression.</summary>
public sealed record BinaryRegressionOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; the outcome is 0 or 1.</value>
    [Description("Outcome (0 or 1), terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the link.</summary>
    /// <value><see cref="BinaryLink.Logit"/> unless set.</value>
    [Description("Link.")]
    public BinaryLink Link { get; init; }

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="BinaryCovariance.Expected"/> unless set; cluster needs one grouping.</value>
    [Description("Covariance estimator.")]
    public BinaryCovariance Covariance { get; init; }

    /// <summary>Gets the ridge penalty on each coefficient but the constant, in units of the terms' spreads.</summary>
    /// <value>From 0 to 1e6; 0, no penalty, unless set.</value>
    [Description("Ridge penalty on the coefficients of standardised terms: half of ridge times their squares is taken off the log-likelihood.")]
    public double Ridge { get; init => field = Require.Between(value, 0, 1e6); }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
