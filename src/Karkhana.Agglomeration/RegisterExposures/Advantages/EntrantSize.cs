using Karkhana.Core.Inference;

namespace Karkhana.Agglomeration;

/// <summary>EE13: how small firms of the own industry near begin, against those that were there.</summary>
internal static class EntrantSize
{
    // A median of fewer says nothing.
    private const int Least = 3;

    public static IEnumerable<IndicatorRule> Rules(Surroundings around, int? present, RegisterExposureOptions options)
    {
        if (present is { } year && around.Firms.Founded.Length > 0 && around.Firms.Employment.Length > 0)
        {
            double radius = options.NearKilometres;
            yield return new IndicatorRule(
                "EE13",
                FormattableString.Invariant($"median workers of incumbents over those of entrants of {options.Years} years within {radius} km"),
                "ratio", here => Ratio(here, radius, year - options.Years));
        }
    }

    private static double Ratio(Surroundings here, double radius, int from)
    {
        List<double> entrants = [];
        List<double> incumbents = [];
        foreach (Neighbour other in here.Own)
        {
            double founded = here.Firms.Founded[other.Position];
            double workers = here.Firms.Employment[other.Position];
            if (other.Kilometres <= radius && !double.IsNaN(founded) && !double.IsNaN(workers))
            {
                (founded > from ? entrants : incumbents).Add(workers);
            }
        }

        double small = Quantiles.Median(entrants);
        return entrants.Count < Least || incumbents.Count < Least || small == 0
            ? double.NaN
            : Quantiles.Median(incumbents) / small;
    }
}
