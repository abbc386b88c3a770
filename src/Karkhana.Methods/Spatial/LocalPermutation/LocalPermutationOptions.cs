using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the conditional permutation test of a local statistic.</summary>
public sealed record LocalPermutationOptions
{
    /// <summary>Gets the statistic.</summary>
    /// <value>Local Moran unless set.</value>
    [Description("Statistic: local Moran, Getis-Ord G or G*, local Geary.")]
    public LocalStatistic Statistic { get; init; }

    /// <summary>Gets the coding of the weights.</summary>
    /// <value>Row-standardised unless set.</value>
    [Description("Coding of the weights.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.RowStandardised;

    /// <summary>Gets the number of permutations.</summary>
    /// <value>From 19 to 1 000 000; 999 unless set, so that the least p-value is 0.001.</value>
    [Description("Number of permutations.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 999;

    /// <summary>Gets which arrangements count as extreme.</summary>
    /// <value>Folded unless set.</value>
    [Description("folded: the smaller tail, as esda and GeoDa; two-sided: twice that; or one side.")]
    public LocalAlternative Alternative { get; init; }

    /// <summary>Gets the bound on the expected share of false findings.</summary>
    /// <value>From 0.0001 to 0.5; 0.05 unless set.</value>
    [Description("Bound on the false discovery rate.")]
    public double Alpha { get; init => field = Require.Between(value, 0.0001, 0.5); } = 0.05;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the permutations.")]
    public ulong Seed { get; init; } = 2003;
}
