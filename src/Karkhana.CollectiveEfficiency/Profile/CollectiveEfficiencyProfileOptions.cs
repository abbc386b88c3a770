using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on the profile.</summary>
public sealed record CollectiveEfficiencyProfileOptions
{
    /// <summary>Gets the number of bootstrap draws of firms.</summary>
    /// <value>From 99 to 1 000 000; 1999 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 99, 1_000_000); } = 1999;

    /// <summary>Gets the level of the intervals.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set.</value>
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;

    /// <summary>Gets the seed of the draws.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}
