using System.ComponentModel;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on Sobol indices.</summary>
public sealed record SobolIndexOptions : SensitivityIntervalOptions
{
    /// <summary>Gets the estimator.</summary>
    /// <value><see cref="SobolEstimator.Saltelli"/> unless set.</value>
    [Description("Estimator of the indices.")]
    public SobolEstimator Estimator { get; init; }

    /// <summary>Gets the variance that indices are shares of.</summary>
    /// <value><see cref="SobolVariance.Pooled"/> unless set.</value>
    [Description("pooled: of A and B together, divisor n; sample: of A, divisor n - 1.")]
    public SobolVariance Variance { get; init; }

    /// <summary>Gets a value indicating whether the mean of all evaluations is subtracted first.</summary>
    /// <value>True unless set; without it products lose digits and gain error when the mean is far from 0.</value>
    [Description("Subtract the mean of all evaluations first.")]
    public bool Centred { get; init; } = true;
}
