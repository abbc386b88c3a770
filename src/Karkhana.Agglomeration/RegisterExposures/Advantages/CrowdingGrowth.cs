using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>DE05: growth of the density of own-industry firms near, and of their workers.</summary>
/// <remarks>Rate 2(n₁ − n₀)/(n₁ + n₀), from −2 to 2 (Davis, Haltiwanger and Schuh 1996, Job Creation and Destruction); 0
/// when there was none and is none.</remarks>
internal static class CrowdingGrowth
{
    public static IEnumerable<IndicatorRule> Rules(Surroundings around, int? present, RegisterExposureOptions options)
    {
        double radius = options.NearKilometres;
        if (present is { } year)
        {
            yield return new IndicatorRule(
                "DE05", FormattableString.Invariant($"growth of own-industry firms within {radius} km over {options.Years} years"),
                "rate", here => Firms(here, radius, year - options.Years, year));
        }

        if (around.Firms.EarlierEmployment.Length > 0 && around.Firms.Employment.Length > 0)
        {
            yield return new IndicatorRule(
                "DE05", FormattableString.Invariant($"growth of own-industry workers within {radius} km"), "rate",
                here => Workers(here, radius));
        }
    }

    private static double Firms(Surroundings here, double radius, int from, int to)
    {
        (double before, double after) = (0, 0);
        foreach (Neighbour other in here.OwnEver)
        {
            if (other.Kilometres <= radius)
            {
                before += here.Firms.Stands(other.Position, from) ? 1 : 0;
                after += here.Firms.Stands(other.Position, to) ? 1 : 0;
            }
        }

        return Rate(before, after);
    }

    // A firm that lacks one of the two numbers is left out of both; one that has closed has none today.
    private static double Workers(Surroundings here, double radius)
    {
        FirmRegister firms = here.Firms;
        (double before, double after) = (0, 0);
        foreach (Neighbour other in here.OwnEver)
        {
            double earlier = firms.EarlierEmployment[other.Position];
            double now = firms.IsOpen(other.Position) ? firms.Employment[other.Position] : 0;
            if (other.Kilometres <= radius && !double.IsNaN(earlier) && !double.IsNaN(now))
            {
                before += earlier;
                after += now;
            }
        }

        return Rate(before, after);
    }

    private static double Rate(double before, double after) =>
        before + after == 0 ? 0 : 2 * (after - before) / (after + before);
}
