using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Econometrics;

/// <summary>What can be set on cross-fitted augmented weighting.</summary>
public sealed record AugmentedWeightingOptions : ComparisonOptions
{
    /// <summary>Gets the number of parts on which models are fitted in turn.</summary>
    /// <value>From 2 to 100; 5 unless set, and never more than there are clusters.</value>
    [Description("Parts for cross-fitting; a cluster is never split.")]
    public int Folds { get; init => field = Require.Between(value, 2, 100); } = 5;

    /// <summary>Gets the ridge penalty of all models.</summary>
    /// <value>From 0.000001 to 1,000,000; 1 unless set.</value>
    [Description("Ridge penalty of all models, in units of the covariates' spreads.")]
    public double Ridge { get; init => field = Require.Between(value, 1e-6, 1e6); } = 1;

    /// <summary>Gets the least probability of treatment that is kept; one minus it is the greatest.</summary>
    /// <value>From 0 to 0.4; 0.05 unless set.</value>
    [Description("Units whose probability of treatment lies outside [trim, 1 - trim] are left out.")]
    public double Trim { get; init => field = Require.Between(value, 0, 0.4); } = 0.05;

    /// <summary>Gets the confidence level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the number of permutations of the clusters' treatment.</summary>
    /// <value>From 0 (none) to 100,000; 999 unless set. Done only below <see cref="FewClusters"/> clusters treated as wholes.</value>
    [Description("Permutations of the treatment of clusters, when they are few; 0 for none.")]
    public int Permutations { get; init => field = Require.Between(value, 0, 100_000); } = 999;

    /// <summary>Gets the number of clusters below which they are permuted.</summary>
    /// <value>From 0 to 1000; 20 unless set.</value>
    [Description("Number of clusters below which their treatment is permuted.")]
    public int FewClusters { get; init => field = Require.Between(value, 0, 1000); } = 20;

    /// <summary>Gets the seed of parts and permutations.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of parts and permutations.")]
    public ulong Seed { get; init; } = 2003;
}
