using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The Ellison–Glaeser index as a measure.</summary>
public static class EllisonGlaeserMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PlantTable, EllisonGlaeserOptions, EllisonGlaeserResult>(
        "concentration.ellison-glaeser",
        "Agglomeration of each industry beyond the concentration of its plants.",
        "Ellison & Glaeser 1997, doi:10.1086/262098; Maurel & Sédillot 1999, Regional Science and Urban Economics 29(5):575-604",
        [PlantTable.PlantsSpec, PlantTable.ReferenceSpec],
        [
            new OutputSpec("industry", OutputShape.Vector, "codes"),
            new OutputSpec("gamma", OutputShape.Vector, "Ellison–Glaeser index"),
            new OutputSpec("g", OutputShape.Vector, "raw concentration"),
            new OutputSpec("herfindahl", OutputShape.Vector, "plant Herfindahl"),
            new OutputSpec("plants", OutputShape.Vector, "count"),
            new OutputSpec("expected_g", OutputShape.Vector, "expectation of g"),
            new OutputSpec("sd_g", OutputShape.Vector, "standard deviation of g"),
            new OutputSpec("z", OutputShape.Vector, "standardised g"),
            new OutputSpec("gamma_area", OutputShape.Vector, "g over 1 − Σx²"),
            new OutputSpec("maurel_sedillot", OutputShape.Vector, "Maurel–Sédillot index"),
        ],
        PlantTable.Read,
        EllisonGlaeser.Estimate);
}
