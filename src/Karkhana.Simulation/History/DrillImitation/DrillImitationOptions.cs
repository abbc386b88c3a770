using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Simulation;

/// <summary>What the story of the zero-till drill is told with; facts and assumptions apart.</summary>
public sealed record DrillImitationOptions
{
    /// <summary>Gets the firms that might make the drill.</summary>
    /// <value>From 2 to 10,000; 96, the makers counted in and around Daska in 2012, unless set.</value>
    [Description("Firms that might make the drill")]
    public int Firms { get; init => field = Require.Between(value, 2, 10_000); } = 96;

    /// <summary>Gets the year from which the drill could have been copied.</summary>
    /// <value>1900 to 2100; 1985 unless set: published is "the 1980s", the year is an assumption.</value>
    [Description("Year from which the drill could have been copied")]
    public int IntroductionYear { get; init => field = Require.Between(value, 1900, 2100); } = 1985;

    /// <summary>Gets the year of the first local maker.</summary>
    /// <value>After the introduction; 1998 unless set: published is "more than ten years before" 2007, the year is inferred.</value>
    [Description("Year of the first local maker")]
    public int FirstMakerYear { get; init => field = Require.Between(value, 1900, 2100); } = 1998;

    /// <summary>Gets the year in which makers were counted.</summary>
    /// <value>After the first maker; 2007 unless set.</value>
    [Description("Year in which makers were counted")]
    public int CountYear { get; init => field = Require.Between(value, 1900, 2100); } = 2007;

    /// <summary>Gets the makers that were counted.</summary>
    /// <value>From 2 to the number of firms; 15, published as a lower bound, unless set.</value>
    [Description("Makers that were counted")]
    public int CountedMakers { get; init => field = Require.Between(value, 2, 10_000); } = 15;

    /// <summary>Gets the last year that is shown.</summary>
    /// <value>Not before the count; 2012 unless set.</value>
    [Description("Last year that is shown")]
    public int LastYear { get; init => field = Require.Between(value, 1900, 2100); } = 2012;

    /// <summary>Gets the firms whom each firm asks for advice: an assumption, within the mean degrees of 4 to 9 that were measured elsewhere.</summary>
    /// <value>From 1 to 100, below the number of firms; 6 unless set.</value>
    [Description("Advisers of each firm")]
    public int Advisers { get; init => field = Require.Between(value, 1, 100); } = 6;

    /// <summary>Gets the radius within which firms lie, km: an assumption.</summary>
    /// <value>Positive; 3 unless set.</value>
    [Description("Radius of the cluster, km")]
    public double Radius { get; init => field = Require.Positive(value); } = 3;

    /// <summary>Gets the distance over which advice fades, km: an assumption.</summary>
    /// <value>Positive; 2 unless set.</value>
    [Description("Distance over which advice fades, km")]
    public double AdviceDecay { get; init => field = Require.Positive(value); } = 2;

    /// <summary>Gets the draws of network and adoption.</summary>
    /// <value>From 2 to 1,000,000; 500 unless set.</value>
    [Description("Draws of network and adoption")]
    public int Replicates { get; init => field = Require.Between(value, 2, 1_000_000); } = 500;

    /// <summary>Gets the seed.</summary>
    /// <value>Any number; 2003 unless set.</value>
    [Description("Seed")]
    public ulong Seed { get; init; } = 2003;

    internal void Check()
    {
        Require.That(FirstMakerYear > IntroductionYear, nameof(FirstMakerYear), FormattableString.Invariant(
            $"must lie after the introduction in {IntroductionYear}; it was {FirstMakerYear}"));
        Require.That(CountYear > FirstMakerYear, nameof(CountYear), FormattableString.Invariant(
            $"must lie after the first maker in {FirstMakerYear}; it was {CountYear}"));
        Require.That(LastYear >= CountYear, nameof(LastYear), FormattableString.Invariant(
            $"must not lie before the count in {CountYear}; it was {LastYear}"));
        Require.That(CountedMakers <= Firms, nameof(CountedMakers), FormattableString.Invariant(
            $"must not exceed the {Firms} firms; it was {CountedMakers}"));
        Require.That(Advisers < Firms, nameof(Advisers), FormattableString.Invariant(
            $"must be fewer than the {Firms} firms; it was {Advisers}"));
    }
}
