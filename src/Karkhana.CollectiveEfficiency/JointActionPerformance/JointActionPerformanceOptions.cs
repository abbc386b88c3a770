using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on joint action against performance.</summary>
public sealed record JointActionPerformanceOptions
{
    /// <summary>Gets the number of bootstrap draws, and of permutations.</summary>
    /// <value>From 99 to 1 000 000; 1999 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 99, 1_000_000); } = 1999;

    /// <summary>Gets the level of the intervals.</summary>
    /// <value>From 0.5 to 0.999; 0.95 unless set.</value>
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.95;

    /// <summary>Gets the number of firms below which nothing is estimated.</summary>
    /// <value>From 5; 10 unless set.</value>
    public int LeastFirms { get; init => field = Require.Between(value, 5, int.MaxValue); } = 10;

    /// <summary>Gets the number of firms below which a tercile is not compared.</summary>
    /// <value>From 2; 5 unless set.</value>
    public int LeastInTercile { get; init => field = Require.Between(value, 2, int.MaxValue); } = 5;

    /// <summary>Gets the seed.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}
