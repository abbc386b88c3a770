using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a regression with absorbed fixed effects.</summary>
public sealed record FixedEffectsRegressionOptions
{
    /// <summary>Gets the model; its constant is part of the absorbed effects.</summary>
    /// <value>Required.</value>
    [Description("Outcome, terms, categorical (column with its base level); the intercept is part of the absorbed effects.")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="FixedEffectsCovariance.Iid"/> unless set.</value>
    [Description("Covariance estimator.")]
    public FixedEffectsCovariance Covariance { get; init; }

    /// <summary>Gets which absorbed parameters a clustered covariance counts.</summary>
    /// <value><see cref="Econometrics.AbsorbedCount.NonNested"/> unless set.</value>
    [Description("Absorbed parameters that count in K when clustering.")]
    public AbsorbedCount AbsorbedCount { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
