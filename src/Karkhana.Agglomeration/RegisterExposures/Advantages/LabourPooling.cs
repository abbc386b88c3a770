namespace Karkhana.Agglomeration;

/// <summary>EE01: workers of the own industry near, decaying with distance.</summary>
internal static class LabourPooling
{
    public static IEnumerable<IndicatorRule> Rules(RegisterExposureOptions options)
    {
        double decay = options.DecayKilometres;
        yield return new IndicatorRule(
            "EE01", FormattableString.Invariant($"own-industry workers, decaying with {decay} km"), "workers",
            here => Decayed.Sum(here.Own, here.Workers, decay));
    }
}
