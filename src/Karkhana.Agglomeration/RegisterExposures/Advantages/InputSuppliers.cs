using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>EE02: input suppliers near, and how many there are to each producer, the firm itself being one.</summary>
internal static class InputSuppliers
{
    public static IEnumerable<IndicatorRule> Rules(Surroundings around, RegisterExposureOptions options)
    {
        if (!around.Has(IndustryRole.InputSupplier))
        {
            yield break;
        }

        double radius = options.NearKilometres;
        yield return new IndicatorRule(
            "EE02", FormattableString.Invariant($"input suppliers within {radius} km"), "establishments",
            here => Surroundings.Count(here.Of(IndustryRole.InputSupplier), radius));
        yield return new IndicatorRule(
            "EE02", FormattableString.Invariant($"input suppliers per producer within {radius} km"), "ratio",
            here => Surroundings.Count(here.Of(IndustryRole.InputSupplier), radius) / (1 + Surroundings.Count(here.Own, radius)));
    }
}
