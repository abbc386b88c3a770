using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What can be set when knowledge ties are explained.</summary>
public sealed record KnowledgeTieOptions
{
    /// <summary>Gets the number of orders of the firms.</summary>
    /// <value>From 19 to 1,000,000; 2,000 unless set.</value>
    public int Permutations { get; init => field = Require.Between(value, 19, 1_000_000); } = 2000;

    /// <summary>Gets the firms needed at least.</summary>
    /// <value>5 or more; 10 unless set.</value>
    public int LeastFirms { get; init => field = Require.Between(value, 5, int.MaxValue); } = 10;

    /// <summary>Gets the seed of the orders.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}
