using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The colocation index as a measure.</summary>
public static class ColocationIndexMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<PlantTable, ColocationIndexOptions, IndustryPairResult>(
            "concentration.colocation-index",
            "Share of the pairs of plants of two industries that stand in the same region.",
            ColocationIndex.Source,
            [PlantTable.PlantsSpec],
            [new OutputSpec("estimate", OutputShape.Matrix, "industry by industry; the diagonal is not defined")],
            PlantTable.Read,
            ColocationIndex.Estimate);
}
