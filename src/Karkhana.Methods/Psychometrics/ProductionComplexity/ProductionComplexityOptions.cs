using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on production complexity.</summary>
public sealed record ProductionComplexityOptions
{
    /// <summary>Gets the agreement of experts below which the points are not to be used.</summary>
    /// <value>From 0 to 1; 0.67 unless set.</value>
    [Description("Least Krippendorff alpha (ordinal) at which the points may be used.")]
    public double LeastAlpha { get; init => field = Require.Between(value, 0, 1); } = 0.67;

    /// <summary>Gets the number of experts that a process needs.</summary>
    /// <value>From 2 to 1000; 3 unless set.</value>
    [Description("Experts that a process needs; a note names those with fewer.")]
    public int LeastExperts { get; init => field = Require.Between(value, 2, 1000); } = 3;

    /// <summary>Gets the number of bootstrap replicates.</summary>
    /// <value>From 0 to 100 000; 999 unless set; 0 leaves the intervals out.</value>
    [Description("Bootstrap replicates, over processes for alpha and over experts for the firms; 0 leaves the intervals out.")]
    public int Replicates { get; init => field = Require.Between(value, 0, 100_000); } = 999;

    /// <summary>Gets the coverage of the intervals.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Coverage of the percentile intervals.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the seed of the bootstrap.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the bootstrap.")]
    public ulong Seed { get; init; } = 2003;
}
