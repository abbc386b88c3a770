using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on Krippendorff's alpha.</summary>
public sealed record KrippendorffAlphaOptions
{
    /// <summary>Gets the scale level of the ratings.</summary>
    /// <value>Ordinal unless set.</value>
    [Description("Scale level.")]
    public ScaleLevel Level { get; init; } = ScaleLevel.Ordinal;

    /// <summary>Gets the number of bootstrap replicates.</summary>
    /// <value>From 0 to 1 000 000; 0 unless set, which leaves the interval out.</value>
    [Description("Number of bootstrap replicates over units; 0 leaves the interval out.")]
    public int Replicates { get; init => field = Require.Between(value, 0, 1_000_000); }

    /// <summary>Gets the coverage of the interval.</summary>
    /// <value>From 0.5 to 0.9999; 0.95 unless set.</value>
    [Description("Coverage of the percentile interval.")]
    public double Confidence { get; init => field = Require.Between(value, 0.5, 0.9999); } = 0.95;

    /// <summary>Gets the seed of the bootstrap.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the bootstrap.")]
    public ulong Seed { get; init; } = 2003;
}
