using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.CollectiveEfficiency;

/// <summary>What can be set on the diagnostics of a roster.</summary>
public sealed record RosterDiagnosticsOptions
{
    /// <summary>Gets the greatest share of firms that may be missing before a warning.</summary>
    /// <value>From 0 to 1; 0.2 unless set.</value>
    [Description("Share of missing firms above which centrality is said to be biased.")]
    public double MostMissing { get; init => field = Require.Between(value, 0, 1); } = 0.2;

    /// <summary>Gets how many respondents are taken out at a time.</summary>
    /// <value>From 0; 0, the default, takes out the share that did not answer, at least one.</value>
    [Description("Respondents taken out at a time; 0 takes the share that did not answer.")]
    public int Deleted { get; init => field = Require.Between(value, 0, int.MaxValue); }

    /// <summary>Gets how often respondents are taken out.</summary>
    /// <value>From 19 to 1,000,000; 999 unless set.</value>
    [Description("Number of random deletions.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 999;

    /// <summary>Gets the coverage of the range over deletions.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Coverage of the range over deletions.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the seed of the deletions.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the random deletions.")]
    public ulong Seed { get; init; } = 2003;
}
