using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on a parallel analysis.</summary>
public sealed record ParallelAnalysisOptions
{
    /// <summary>Gets whose eigenvalues are compared.</summary>
    /// <value>Components unless set.</value>
    [Description("components: eigenvalues of the correlation matrix; factors: with squared multiple correlations on its diagonal.")]
    public EigenvalueMethod Method { get; init; }

    /// <summary>Gets the correlation of two items.</summary>
    /// <value>Pearson unless set; polychoric for items with few ordered answers.</value>
    [Description("Correlation of two items.")]
    public ItemCorrelation Correlation { get; init; }

    /// <summary>Gets the data without common components.</summary>
    /// <value>Permutation unless set.</value>
    [Description("permutation: each item's answers in a random order of their own; normal: independent normal variables.")]
    public ReferenceData Reference { get; init; }

    /// <summary>Gets the quantile of the simulated eigenvalues that an eigenvalue must exceed.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set. Horn compared with the mean.</value>
    [Description("Quantile of the simulated eigenvalues that an eigenvalue must exceed.")]
    public double Quantile { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;

    /// <summary>Gets the number of simulated data sets.</summary>
    /// <value>From 19 to 100 000; 500 unless set.</value>
    [Description("Number of simulated data sets.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 100_000); } = 500;

    /// <summary>Gets the seed.</summary>
    /// <value>1965 unless set.</value>
    [Description("Seed of the simulated data.")]
    public ulong Seed { get; init; } = 1965;
}
