using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Coagglomeration as a measure.</summary>
public static class CoagglomerationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PlantTable, CoagglomerationOptions, IndustryPairResult>(
        "concentration.coagglomeration",
        "How far each pair of industries chooses the same regions.",
        Coagglomeration.Source,
        [PlantTable.PlantsSpec, PlantTable.ReferenceSpec],
        [new OutputSpec(
            "estimate", OutputShape.Matrix, "industry by industry; the diagonal is raw concentration G / (1 − Σx²)")],
        PlantTable.Read,
        Coagglomeration.Estimate);
}
