using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on the dependence on gatekeepers.</summary>
public sealed record GatekeeperDependenceOptions
{
    /// <summary>Gets the line above which outside knowledge comes in through a firm.</summary>
    /// <value>The median of the openness above zero, strict, as for the roles, unless set.</value>
    public CutOff Entry { get; init; } = new();

    /// <summary>Gets the number of random sets of firms.</summary>
    /// <value>From 19 to 1 000 000; 999 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 999;

    /// <summary>Gets the seed of the random sets.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}
