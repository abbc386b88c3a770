using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>EE07: users of the product near.</summary>
internal static class NearbyUsers
{
    public static IEnumerable<IndicatorRule> Rules(Surroundings around, RegisterExposureOptions options)
    {
        if (around.Has(IndustryRole.User))
        {
            double radius = options.NearKilometres;
            yield return new IndicatorRule(
                "EE07", FormattableString.Invariant($"users within {radius} km"), "establishments",
                here => Surroundings.Count(here.Of(IndustryRole.User), radius));
        }
    }
}
