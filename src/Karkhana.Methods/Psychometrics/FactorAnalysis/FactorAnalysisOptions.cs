using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on a factor analysis.</summary>
public sealed record FactorAnalysisOptions
{
    /// <summary>Gets the number of factors.</summary>
    /// <value>From 1 to 50; ((p − k)² − p − k)/2 degrees of freedom must not be negative.</value>
    [Description("Number of factors.")]
    public required int Factors { get; init => field = Require.Between(value, 1, 50); }

    /// <summary>Gets how the factors are estimated.</summary>
    /// <value>Maximum likelihood unless set.</value>
    [Description("Estimation: maximum likelihood, or least squares of the off-diagonal correlations.")]
    public FactorEstimator Estimator { get; init; } = FactorEstimator.Ml;

    /// <summary>Gets how the factors are rotated.</summary>
    /// <value>Not rotated unless set.</value>
    [Description("Rotation.")]
    public FactorRotation Rotation { get; init; } = FactorRotation.None;

    /// <summary>Gets the power of the promax target.</summary>
    /// <value>From 2 to 16; 4 unless set.</value>
    [Description("Power of the promax target.")]
    public int PromaxPower { get; init => field = Require.Between(value, 2, 16); } = 4;

    /// <summary>Gets how many starts the estimation and oblimin take.</summary>
    /// <value>From 1 to 1000; 10 unless set.</value>
    [Description("Starts of the estimation and of oblimin; the least misfit is kept.")]
    public int Starts { get; init => field = Require.Between(value, 1, 1000); } = 10;

    /// <summary>Gets the seed of the starts after the first.</summary>
    /// <value>1958 unless set.</value>
    [Description("Seed of the starts after the first.")]
    public ulong Seed { get; init; } = 1958;
}
