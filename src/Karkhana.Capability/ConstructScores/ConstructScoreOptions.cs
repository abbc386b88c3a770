using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>What can be set on the score of a construct.</summary>
public sealed record ConstructScoreOptions
{
    /// <summary>Gets the rule that chooses the model.</summary>
    /// <value>The rule of the framework unless set.</value>
    public SampleSizeLadder Ladder { get; init; } = new();

    /// <summary>Gets the model that is used whatever the rule says.</summary>
    /// <value>None unless set.</value>
    public ScoringModel? Model { get; init; }

    /// <summary>Gets the least number of answers that a category keeps to itself.</summary>
    /// <value>From 1; 5 unless set.</value>
    public int LeastCategoryCount { get; init => field = Require.Between(value, 1, int.MaxValue); } = 5;

    /// <summary>Gets the plausible values of each firm.</summary>
    /// <value>From 1 to 1000; 20 unless set.</value>
    public int PlausibleValues { get; init => field = Require.Between(value, 1, 1000); } = 20;

    /// <summary>Gets the seed of the plausible values.</summary>
    /// <value>2003 unless set.</value>
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets the number of the construct, so that each draws its own values.</summary>
    /// <value>From 0; 0 unless set.</value>
    public int Substream { get; init => field = Require.Between(value, 0, int.MaxValue); }
}
