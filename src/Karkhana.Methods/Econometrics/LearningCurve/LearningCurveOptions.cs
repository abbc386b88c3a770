using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a learning curve.</summary>
public sealed record LearningCurveOptions
{
    /// <summary>Gets the estimator.</summary>
    /// <value><see cref="LearningCurveMethod.LogLinear"/> unless set.</value>
    [Description("Estimator.")]
    public LearningCurveMethod Method { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
