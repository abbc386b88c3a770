using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>EE11: firms of the own industry near, and how many of them come and go.</summary>
internal static class LocalRivalry
{
    public static IEnumerable<IndicatorRule> Rules(Surroundings around, int? present, RegisterExposureOptions options)
    {
        double radius = options.NearKilometres;
        yield return new IndicatorRule(
            "EE11", FormattableString.Invariant($"own-industry firms within {radius} km"), "firms",
            here => Surroundings.Count(here.Own, radius));
        if (present is { } year)
        {
            yield return new IndicatorRule(
                "EE11", FormattableString.Invariant($"churn of own-industry firms within {radius} km over {options.Years} years"),
                "share", here => Churn(here, radius, year - options.Years, year));
        }
    }

    /// <summary>Gives firms that came or went over the mean stock; NaN when there never was one.</summary>
    private static double Churn(Surroundings here, double radius, int from, int to)
    {
        FirmRegister firms = here.Firms;
        (int before, int after, int moves) = (0, 0, 0);
        foreach (Neighbour other in here.OwnEver)
        {
            if (other.Kilometres <= radius)
            {
                (bool stood, bool stands) = (firms.Stands(other.Position, from), firms.Stands(other.Position, to));
                before += stood ? 1 : 0;
                after += stands ? 1 : 0;
                moves += stood != stands ? 1 : Passed(firms, other.Position, from, to) ? 2 : 0;
            }
        }

        return before + after == 0 ? double.NaN : moves / ((before + after) / 2.0);
    }

    // Came and went within the years.
    private static bool Passed(FirmRegister firms, int firm, int from, int to) =>
        firms.Founded.Length > 0 && firms.Closed.Length > 0 && firms.Founded[firm] > from && firms.Closed[firm] <= to;
}
