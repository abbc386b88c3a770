using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods;

/// <summary>What can be set on intervals by the bootstrap.</summary>
public abstract record BootstrapIntervalOptions
{
    /// <summary>Gets how limits are read from the draws.</summary>
    /// <value><see cref="BootstrapInterval.Percentile"/> unless set.</value>
    [Description("Interval.")]
    public BootstrapInterval Interval { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the number of samples that are drawn where none are given.</summary>
    /// <value>From 19 to 1,000,000; 2000 unless set.</value>
    [Description("Bootstrap samples drawn where none are given.")]
    public int Replicates { get; init => field = Require.Between(value, 19, 1_000_000); } = 2000;

    /// <summary>Gets the seed of the samples drawn.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the samples drawn.")]
    public ulong Seed { get; init; } = 2003;
}
