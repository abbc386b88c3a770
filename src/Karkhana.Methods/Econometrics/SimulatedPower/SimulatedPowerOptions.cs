using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on simulated power.</summary>
public sealed record SimulatedPowerOptions
{
    /// <summary>Gets the term whose coefficient is to be found.</summary>
    /// <value>Required; one of the terms.</value>
    [Description("Term whose coefficient is to be found; one of the terms.")]
    public required string Exposure { get; init; }

    /// <summary>Gets the terms of the regression that the study will use, beside the constant.</summary>
    /// <value>Required.</value>
    [Description("Terms of the regression, with the exposure.")]
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>Gets the categorical terms with their base levels.</summary>
    /// <value>Empty unless set.</value>
    [Description("Categorical terms with their base level.")]
    public IReadOnlyDictionary<string, string> Categorical { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the coefficients for which power is wanted: standard deviations of the outcome, given the terms, per
    /// unit of exposure.</summary>
    /// <value>0.2 and 0.5 unless set.</value>
    [Description("Coefficients, in standard deviations of the outcome per unit of exposure.")]
    public IReadOnlyList<double> Effects { get; init => field = Require.Finite(value); } = [0.2, 0.5];

    /// <summary>Gets the correlation of the outcomes of two firms of one cluster, given the terms.</summary>
    /// <value>From 0 to 1; 0.05 unless set. Not used without clusters.</value>
    [Description("Correlation of two outcomes of one cluster, given the terms.")]
    public double IntraclusterCorrelation { get; init => field = Require.Between(value, 0, 1); } = 0.05;

    /// <summary>Gets the correction of the cluster-robust covariance.</summary>
    /// <value><see cref="ClusterCorrection.Cr1"/> unless set. Not used without clusters.</value>
    [Description("Correction of the cluster-robust covariance.")]
    public ClusterCorrection Correction { get; init; } = ClusterCorrection.Cr1;

    /// <summary>Gets the confidence level; tests are two-sided at 1 less this level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence level; tests are two-sided at 1 - level.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the power at which the least coefficient that can be found is read.</summary>
    /// <value>From 0.5 to 0.9999; 0.8 unless set.</value>
    [Description("Power at which the least coefficient that can be found is read.")]
    public double Power { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.8;

    /// <summary>Gets the number of simulated studies.</summary>
    /// <value>From 100 to 1,000,000; 2,000 unless set.</value>
    [Description("Number of simulated studies.")]
    public int Replicates { get; init => field = Require.Between(value, 100, 1_000_000); } = 2000;

    /// <summary>Gets the seed.</summary>
    /// <value>1988 unless set.</value>
    [Description("Seed of the simulated outcomes.")]
    public ulong Seed { get; init; } = 1988;
}
