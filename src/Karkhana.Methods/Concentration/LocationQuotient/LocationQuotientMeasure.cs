using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The location quotient as a measure.</summary>
public static class LocationQuotientMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ActivityTable, LocationQuotientOptions, LocationQuotientResult>(
        "concentration.location-quotient",
        "Relative specialisation of each region in each industry.",
        "Isserman 1977; Hoen & Oosterhaven 2006, doi:10.1007/s00168-006-0076-3",
        [ActivityTable.Spec],
        [new OutputSpec(
            "estimate",
            OutputShape.Matrix,
            "region by industry; 1 (ratio) or 0 (differences) means no specialisation")],
        ActivityTable.Read,
        LocationQuotient.Estimate);
}
