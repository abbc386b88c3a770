using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>What can be set on a programme evaluation.</summary>
public sealed record ProgrammeEvaluationOptions
{
    /// <summary>Gets the kilometres within which firms that never take part are left out of the comparison.</summary>
    /// <value>Zero or greater; 2 unless set.</value>
    [Description("Kilometres to a firm that takes part within which others are not compared with.")]
    public double ExclusionKilometres { get; init => field = Require.Between(value, 0, 1e5); } = 2;

    /// <summary>Gets the upper limits of the bands of distance for which spillover is estimated.</summary>
    /// <value>Rising, above 0; 2, 5 and 10 km unless set; none for no bands.</value>
    [Description("Upper limits of bands of distance, km.")]
    public IReadOnlyList<double> Bands { get; init => field = Check(value); } = [2, 5, 10];

    /// <summary>Gets the periods before taking part in which firms may already respond.</summary>
    /// <value>From 0 to 100; 0 unless set.</value>
    [Description("Periods before taking part in which firms may already respond.")]
    public int Anticipation { get; init => field = Require.Between(value, 0, 100); }

    /// <summary>Gets the power at which the smallest detectable effect is given.</summary>
    /// <value>From 0.5 to 0.999; 0.8 unless set.</value>
    [Description("Power for the smallest detectable effect.")]
    public double Power { get; init => field = Require.Between(value, 0.5, 0.999); } = 0.8;

    /// <summary>Gets the draws for bands and bounds.</summary>
    /// <value>From 99 to 1,000,000; 999 unless set.</value>
    [Description("Draws for bands and bounds.")]
    public int Draws { get; init => field = Require.Between(value, 99, 1_000_000); } = 999;

    /// <summary>Gets the seed of the draws.</summary>
    /// <value>2003 unless set.</value>
    [Description("Seed of the draws.")]
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets the confidence level.</summary>
    /// <value>Above 0 and below 1; 0.95 unless set.</value>
    [Description("Confidence level.")]
    public double Level { get; init => field = Require.Between(value, 1e-6, 1 - 1e-6); } = 0.95;

    private static IReadOnlyList<double> Check(IReadOnlyList<double> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        double last = 0;
        foreach (double limit in limits)
        {
            Require.That(limit > last && double.IsFinite(limit), nameof(Bands), FormattableString.Invariant($"must rise from above 0 km; {limit} followed {last}"));
            last = limit;
        }

        return limits;
    }
}
