using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a proportional hazards regression.</summary>
public sealed record ProportionalHazardsRegressionOptions
{
    /// <summary>Gets the covariates.</summary>
    /// <value>Required; at least one.</value>
    [Description("Covariates.")]
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets the categorical terms, each with the level that the others are compared with.</summary>
    /// <value>Empty unless set.</value>
    [Description("Categorical terms: column with its base level.")]
    public IReadOnlyDictionary<string, string> Categorical { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets how tied events are treated.</summary>
    /// <value><see cref="HazardTies.Efron"/> unless set.</value>
    [Description("Treatment of tied events.")]
    public HazardTies Ties { get; init; }

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="HazardCovariance.Model"/> unless set; cluster needs the role cluster.</value>
    [Description("Covariance estimator.")]
    public HazardCovariance Covariance { get; init; }

    /// <summary>Gets the function of time of the proportionality test.</summary>
    /// <value><see cref="TimeTransform.KaplanMeier"/> unless set.</value>
    [Description("Function of time along which the proportionality test lets coefficients drift.")]
    public TimeTransform Transform { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
