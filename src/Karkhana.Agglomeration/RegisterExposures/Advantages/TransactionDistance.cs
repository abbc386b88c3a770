using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>EE04: mean distance to the nearest suppliers and dealers; nearer is more.</summary>
internal static class TransactionDistance
{
    public static IEnumerable<IndicatorRule> Rules(Surroundings around, RegisterExposureOptions options)
    {
        if (!around.Has(IndustryRole.InputSupplier) && !around.Has(IndustryRole.Dealer))
        {
            yield break;
        }

        int count = options.NearestPartners;
        yield return new IndicatorRule(
            "EE04", FormattableString.Invariant($"mean distance to the nearest {count} suppliers and dealers"), "km",
            here => here.PartnerDistance(count))
        {
            LessIsMore = true,
            DependsOnDistance = false,
        };
    }
}
