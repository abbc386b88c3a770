using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on the permutation test of Moran's I.</summary>
public sealed record MoranTestOptions
{
    /// <summary>Gets the coding of the weights.</summary>
    /// <value>Row-standardised unless set.</value>
    [Description("Coding of the weights.")]
    public WeightsStyle Style { get; init; } = WeightsStyle.RowStandardised;

    /// <summary>Gets the number of random permutations.</summary>
    /// <value>From 19 to 1 000 000; 999 unless set, so that the least one-sided p-value is 0.001.</value>
    [Description("Number of random permutations.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 999;

    /// <summary>Gets which departures count.</summary>
    /// <value>Greater (positive autocorrelation) unless set.</value>
    [Description("Which departures count; greater = positive autocorrelation.")]
    public Alternative Alternative { get; init; } = Alternative.Greater;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the random permutations.")]
    public ulong Seed { get; init; } = 2003;
}
