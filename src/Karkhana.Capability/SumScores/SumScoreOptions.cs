using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>What can be set on sum scores.</summary>
public sealed record SumScoreOptions
{
    /// <summary>Gets the seed of the plausible values.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets the number of plausible values per firm.</summary>
    /// <value>From 0 to 1000; 20 unless set.</value>
    public int PlausibleValues { get; init => field = Require.Between(value, 0, 1000); } = 20;

    /// <summary>Gets the number of the construct, so that each draws its own values.</summary>
    /// <value>From 0; 0 unless set.</value>
    public int Substream { get; init => field = Require.Between(value, 0, int.MaxValue); }
}
