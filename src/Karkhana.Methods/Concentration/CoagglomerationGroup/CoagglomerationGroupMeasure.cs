using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The coagglomeration of a group as a measure.</summary>
public static class CoagglomerationGroupMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<PlantTable, CoagglomerationGroupOptions, CoagglomerationGroupResult>(
            "concentration.coagglomeration-group",
            "How far the industries of a group choose the same regions.",
            CoagglomerationGroup.Source,
            [PlantTable.PlantsSpec, PlantTable.ReferenceSpec],
            [new OutputSpec("estimate", OutputShape.Scalar, "index of the group")],
            PlantTable.Read,
            CoagglomerationGroup.Estimate);
}
