using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on a logistic mixed model.</summary>
public sealed record LogisticMixedModelOptions
{
    /// <summary>Gets the model.</summary>
    /// <value>Required; the outcome is 0 or 1, or counts successes.</value>
    [Description("Outcome (0 or 1, or successes out of trials), terms, intercept, categorical (column with its base level).")]
    public required ModelSpecification Model { get; init; }

    /// <summary>Gets the number of quadrature points per group.</summary>
    /// <value>1 to 50; 1, Laplace's method, unless set.</value>
    [Description("Quadrature points per group; 1 is Laplace's method.")]
    public int QuadraturePoints { get; init => field = Require.Between(value, 1, 50); } = 1;

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;
}
