using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>EE03: firms near that do a stage of production as a service, and the entropy of their stages.</summary>
internal static class ProcessSpecialists
{
    public static IEnumerable<IndicatorRule> Rules(Surroundings around, RegisterExposureOptions options)
    {
        if (!around.Has(IndustryRole.ProcessSpecialist))
        {
            yield break;
        }

        double radius = options.NearKilometres;
        yield return new IndicatorRule(
            "EE03", FormattableString.Invariant($"process specialists within {radius} km"), "establishments",
            here => Surroundings.Count(here.Of(IndustryRole.ProcessSpecialist), radius));
        yield return new IndicatorRule(
            "EE03", FormattableString.Invariant($"entropy of stages within {radius} km"), "nats",
            here => Variety.Entropy(Stages(here, radius)));
    }

    // No specialist, no stage: an entropy of 0 as with one stage alone; the count tells the two apart.
    private static IEnumerable<int> Stages(Surroundings here, double radius) =>
        here.Of(IndustryRole.ProcessSpecialist).Where(other => other.Kilometres <= radius)
            .GroupBy(other => here.Industries!.Of(here.Firms.Industries[other.Position]).Stage, StringComparer.Ordinal)
            .Select(stage => stage.Count());
}
