using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The method of reflections as a measure.</summary>
public static class MethodOfReflectionsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ActivityTable, MethodOfReflectionsOptions, MethodOfReflectionsResult>(
            "concentration.method-of-reflections",
            "Averages of diversity and ubiquity, taken in turns over regions and industries.",
            MethodOfReflections.Source,
            [SpecialisationTable.ActivitySpec],
            [
                new OutputSpec("region", OutputShape.Vector, "codes of regions with a specialisation"),
                new OutputSpec("region_value", OutputShape.Vector, "reflection of each region"),
                new OutputSpec("industry", OutputShape.Vector, "codes of industries with a specialised region"),
                new OutputSpec("industry_value", OutputShape.Vector, "reflection of each industry"),
            ],
            ActivityTable.Read,
            MethodOfReflections.Estimate);
}
