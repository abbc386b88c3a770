using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>What can be set on the competence inventory.</summary>
public sealed record CompetenceInventoryOptions
{
    /// <summary>Gets the level of a function from which a firm holds it.</summary>
    /// <value>From 1 to 7; 1 unless set.</value>
    public int LeastLevel { get; init => field = Require.Between(value, 1, 7); } = 1;

    /// <summary>Gets the number of random tables.</summary>
    /// <value>From 2 to 100 000; 999 unless set.</value>
    public int Replicates { get; init => field = Require.Between(value, 2, 100_000); } = 999;

    /// <summary>Gets the seed of the random tables.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;
}
