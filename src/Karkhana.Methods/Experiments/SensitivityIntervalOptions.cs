using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on the intervals of sensitivities.</summary>
public abstract record SensitivityIntervalOptions
{
    /// <summary>Gets the number of bootstrap samples.</summary>
    /// <value>0, or from 19 to 1,000,000; 0 unless set: no bootstrap.</value>
    [Description("Bootstrap samples; 0 for no bootstrap.")]
    public int Resamples { get; init => field = value == 0 ? 0 : Require.Between(value, 19, 1_000_000); }

    /// <summary>Gets the confidence level of the intervals.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Confidence level of the intervals.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the seed of the bootstrap samples.</summary>
    /// <value>2010 unless set; not used without bootstrap.</value>
    [Description("Seed of the bootstrap samples.")]
    public ulong Seed { get; init; } = 2010;

    internal string IntervalText => FormattableString.Invariant($"resamples = {Resamples}, level = {Level}");

    internal ulong? UsedSeed => Resamples > 0 ? Seed : null;
}
