namespace Karkhana.Agglomeration;

/// <summary>EE08: firms of the own industry within 1, 5 and 20 km.</summary>
internal static class SameProductDensity
{
    /// <summary>The widest of the radii, in kilometres.</summary>
    public const double Widest = 20;

    private static readonly double[] Kilometres = [1, 5, Widest];

    public static IEnumerable<IndicatorRule> Rules() => Kilometres.Select(radius => new IndicatorRule(
        "EE08", FormattableString.Invariant($"own-industry firms within {radius} km"), "firms",
        here => Surroundings.Count(here.Own, radius))
    {
        DependsOnDistance = false,
    });
}
