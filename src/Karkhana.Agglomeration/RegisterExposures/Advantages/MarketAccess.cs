using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>EE05: dealers and carriers near, and the distance to the nearest market town.</summary>
internal static class MarketAccess
{
    public static IEnumerable<IndicatorRule> Rules(
        Surroundings around, InstitutionAccessResult? access, RegisterExposureOptions options)
    {
        double radius = options.NearKilometres;
        if (around.Has(IndustryRole.Dealer))
        {
            yield return new IndicatorRule(
                "EE05", FormattableString.Invariant($"dealers within {radius} km"), "establishments",
                here => Surroundings.Count(here.Of(IndustryRole.Dealer), radius));
        }

        if (access?.Find(InstitutionKind.MarketTown) is { } towns)
        {
            yield return new IndicatorRule(
                "EE05", "distance to the nearest market town", "km", here => towns.Nearest[here.Index])
            {
                LessIsMore = true,
                DependsOnDistance = false,
            };
        }
    }
}
