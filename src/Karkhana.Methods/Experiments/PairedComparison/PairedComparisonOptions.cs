using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Methods.Experiments;

/// <summary>What can be set on paired comparison.</summary>
public sealed record PairedComparisonOptions
{
    /// <summary>Gets the option that all others are compared with.</summary>
    /// <value>Must be given.</value>
    [Description("Option that all others are compared with.")]
    public required string Baseline { get; init; }

    /// <summary>Gets which outcomes are better.</summary>
    /// <value><see cref="OutcomeDirection.Greater"/> unless set.</value>
    [Description("Which outcomes are better.")]
    public OutcomeDirection Better { get; init; }

    /// <summary>Gets the correction of p-values for the number of options.</summary>
    /// <value><see cref="PValueCorrection.Holm"/> unless set.</value>
    [Description("Correction of p-values for the number of options.")]
    public PValueCorrection Correction { get; init; }

    /// <summary>Gets the confidence level.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Level of intervals.")]
    public double Level { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the half width that the interval of a difference should have.</summary>
    /// <value>None unless set: no number of replicates is then given.</value>
    [Description("Half width that the interval of a difference should have, to count the replicates that it takes.")]
    public double? HalfWidth { get; init => field = value is { } width ? Require.Positive(width) : null; }

    /// <summary>Gets the bootstrap samples of replicates.</summary>
    /// <value>From 0 (none) to 1,000,000; 2000 unless set.</value>
    [Description("Bootstrap samples of replicates; 0 for none.")]
    public int Resamples { get; init => field = Require.Between(value, 0, 1_000_000); } = 2000;

    /// <summary>Gets the seed of the bootstrap samples.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the bootstrap samples.")]
    public ulong Seed { get; init; } = 2003;
}
