using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a tobit regression.</summary>
public sealed record TobitRegressionOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required.</value>
    [Description("Outcome, terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the left limit: outcomes at or below it are censored.</summary>
    /// <value>Finite, or null for none; 0 unless set.</value>
    [Description("Left limit; null for none.")]
    public double? Lower { get; init => field = value is { } limit ? Require.Between(limit, double.MinValue, double.MaxValue) : null; } = 0;

    /// <summary>Gets the right limit: outcomes at or above it are censored.</summary>
    /// <value>Finite and above the left limit, or null for none; null unless set.</value>
    [Description("Right limit; null for none.")]
    public double? Upper { get; init => field = value is { } limit ? Require.Between(limit, double.MinValue, double.MaxValue) : null; }

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="LikelihoodCovariance.Information"/> unless set; cluster needs one grouping.</value>
    [Description("Covariance estimator.")]
    public LikelihoodCovariance Covariance { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
