using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on the comparison of tied pairs with others.</summary>
public sealed record TiedPairsOptions
{
    /// <summary>Gets the number of permutations of the firms.</summary>
    /// <value>From 19 to 1,000,000; 499 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 499;

    /// <summary>Gets the seed of the permutations.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}
