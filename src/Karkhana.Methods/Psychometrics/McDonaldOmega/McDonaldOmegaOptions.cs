using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on McDonald's omega.</summary>
public sealed record McDonaldOmegaOptions
{
    /// <summary>Gets how the factor is estimated.</summary>
    /// <value>Maximum likelihood unless set.</value>
    [Description("Estimation: ml analyses the covariance matrix (divisor N), minres the correlation matrix.")]
    public FactorEstimator Estimator { get; init; } = FactorEstimator.Ml;

    /// <summary>Gets which correlations are analysed.</summary>
    /// <value>Those of the answers unless set; polychoric ones, of the normal variables behind ordered answers, have no
    /// bootstrap.</value>
    [Description("Correlations: pearson of the answers, or polychoric of the variables behind ordered answers.")]
    public ItemCorrelation Correlation { get; init; }

    /// <summary>Gets the number of bootstrap replicates.</summary>
    /// <value>From 0 to 100 000; 0, the default, leaves the interval out.</value>
    [Description("Number of bootstrap replicates; 0 leaves the interval out.")]
    public int Replicates { get; init => field = Require.Between(value, 0, 100_000); }

    /// <summary>Gets the confidence level of the interval.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set.</value>
    [Description("Confidence level of the percentile interval of omega.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;

    /// <summary>Gets the seed.</summary>
    /// <value>1999 unless set.</value>
    [Description("Seed of the bootstrap.")]
    public ulong Seed { get; init; } = 1999;
}
