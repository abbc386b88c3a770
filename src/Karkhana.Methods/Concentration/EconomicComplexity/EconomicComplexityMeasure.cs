using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Economic complexity as a measure.</summary>
public static class EconomicComplexityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ActivityTable, EconomicComplexityOptions, EconomicComplexityResult>(
            "concentration.economic-complexity",
            "Complexity of regions and industries from the second eigenvector of their table of specialisation.",
            EconomicComplexity.Source,
            [SpecialisationTable.ActivitySpec],
            [
                new OutputSpec("region", OutputShape.Vector, "codes of regions with a specialisation"),
                new OutputSpec("eci", OutputShape.Vector, "standard score of each region"),
                new OutputSpec("industry", OutputShape.Vector, "codes of industries with a specialised region"),
                new OutputSpec("pci", OutputShape.Vector, "standard score of each industry"),
                new OutputSpec("second_eigenvalue", OutputShape.Scalar, "second eigenvalue of the walk between regions"),
            ],
            ActivityTable.Read,
            EconomicComplexity.Estimate);
}
