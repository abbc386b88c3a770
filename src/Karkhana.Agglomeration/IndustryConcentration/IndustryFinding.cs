using Karkhana.Methods.Spatial;

namespace Karkhana.Agglomeration;

/// <summary>The finding on one industry.</summary>
/// <param name="Industry">The industry.</param>
/// <param name="Establishments">How many there are.</param>
/// <param name="Verdict">What the data say.</param>
/// <param name="AdjustedPValue">The p-value of the whole curve, corrected for the number of industries; NaN when not
/// tested.</param>
/// <param name="Test">The curve with bands; null when not tested.</param>
public sealed record IndustryFinding(
    string Industry, int Establishments, IndustryVerdict Verdict, double AdjustedPValue, MFunctionTestResult? Test)
{
    /// <summary>Gets the radius in metres within which concentration (or dispersion) is highest; NaN when not
    /// tested.</summary>
    /// <remarks>
    /// Among the radii at which the curve leaves the global band on the side of the verdict, the one with the highest
    /// (or lowest) M; without such a radius, the one of the strongest departure in standard deviations.
    /// </remarks>
    public double PeakDistance => Test is null ? double.NaN : Test.Distances[Peak(Test)];

    /// <summary>Gets M at that radius; NaN when not tested.</summary>
    public double PeakM => Test is null ? double.NaN : Test.Observed[Peak(Test)];

    private int Peak(MFunctionTestResult test)
    {
        bool above = Verdict != IndustryVerdict.Dispersed;
        int[] outside = Verdict is IndustryVerdict.Clustered or IndustryVerdict.Dispersed
            ? [.. Enumerable.Range(0, test.Distances.Count).Where(radius => above
                ? test.Observed[radius] > test.Global.Upper[radius]
                : test.Observed[radius] < test.Global.Lower[radius])]
            : [];
        return outside.Length == 0
            ? test.StrongestDeviationAt
            : above ? outside.MaxBy(radius => test.Observed[radius]) : outside.MinBy(radius => test.Observed[radius]);
    }
}
