using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on two-stage least squares.</summary>
public sealed record TwoStageLeastSquaresOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required.</value>
    [Description("Outcome, exogenous, endogenous, instruments (lists), intercept, categorical (column with its base level).")]
    public required TwoStageSpecification Model { get; init; }

    /// <summary>Gets the covariance estimator.</summary>
    /// <value><see cref="TwoStageCovariance.Classical"/> unless set.</value>
    [Description("Covariance estimator.")]
    public TwoStageCovariance Covariance { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
