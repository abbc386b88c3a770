using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The index of Devereux, Griffith and Simpson as a measure.</summary>
public static class DevereuxMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PlantTable, DevereuxOptions, DevereuxResult>(
        "concentration.devereux",
        "Agglomeration of each industry as geographic concentration less the concentration in plants.",
        Devereux.Source,
        [PlantTable.PlantsSpec],
        [
            new OutputSpec("industry", OutputShape.Vector, "codes"),
            new OutputSpec("estimate", OutputShape.Vector, "agglomeration F − (H − 1/N)"),
            new OutputSpec("geographic", OutputShape.Vector, "geographic concentration F = Σs² − 1/K*"),
            new OutputSpec("herfindahl", OutputShape.Vector, "plant Herfindahl H"),
            new OutputSpec("plants", OutputShape.Vector, "plants with workers"),
        ],
        PlantTable.Read,
        Devereux.Estimate);
}
