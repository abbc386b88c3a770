namespace Karkhana.Agglomeration;

/// <summary>DE01: all other establishments near, and their workers.</summary>
internal static class Congestion
{
    /// <summary>The rule that other questions take for density as well.</summary>
    public static IndicatorRule Establishments(double radius) => new(
        "DE01", FormattableString.Invariant($"establishments within {radius} km"), "establishments",
        here => Surroundings.Count(here.All, radius));

    public static IEnumerable<IndicatorRule> Rules(Surroundings around, RegisterExposureOptions options)
    {
        double radius = options.NearKilometres;
        yield return Establishments(radius);
        if (around.Firms.Employment.Length > 0)
        {
            yield return new IndicatorRule(
                "DE01", FormattableString.Invariant($"workers within {radius} km"), "workers",
                here => Workers(here, radius));
        }
    }

    private static double Workers(Surroundings here, double radius)
    {
        double workers = 0;
        foreach (Neighbour other in here.All)
        {
            workers += other.Kilometres <= radius ? here.Workers[other.Position] : 0;
        }

        return workers;
    }
}
