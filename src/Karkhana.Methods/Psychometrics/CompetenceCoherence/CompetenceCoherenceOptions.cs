using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on competence coherence.</summary>
public sealed record CompetenceCoherenceOptions
{
    /// <summary>Gets what co-occurrence is compared with.</summary>
    /// <value>Hypergeometric unless set.</value>
    [Description("Expectation and spread of co-occurrence: hypergeometric, or over random tables with fixed margins.")]
    public CoherenceNull Null { get; init; }

    /// <summary>Gets a value indicating whether firms with one competence are left out of the expectation.</summary>
    /// <value>True unless set: they say nothing on what goes together.</value>
    [Description("Leave firms with one competence out of the expectation.")]
    public bool DiversifiedOnly { get; init; } = true;

    /// <summary>Gets the number of random tables.</summary>
    /// <value>From 0 to 100 000; 999 unless set; 0 leaves p-values out and is refused with fixed margins.</value>
    [Description("Random tables with fixed margins; 0 leaves the p-values out.")]
    public int Replicates { get; init => field = Require.Between(value, 0, 100_000); } = 999;

    /// <summary>Gets the seed of the random tables.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the random tables.")]
    public ulong Seed { get; init; } = 2003;
}
