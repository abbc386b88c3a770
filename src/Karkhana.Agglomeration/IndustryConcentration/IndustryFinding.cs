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
    /// <summary>Gets the distance of the strongest departure in metres; NaN when not tested.</summary>
    public double StrongestDistance => Test is null ? double.NaN : Test.Distances[Test.StrongestDeviationAt];

    /// <summary>Gets M at that distance; NaN when not tested.</summary>
    public double StrongestM => Test is null ? double.NaN : Test.Observed[Test.StrongestDeviationAt];
}
