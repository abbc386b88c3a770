using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Relatedness density as a measure.</summary>
public static class RelatednessDensityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ActivityTable, RelatednessDensityOptions, RelatednessDensityResult>(
            "concentration.relatedness-density",
            "Share of the industries related to one that a region is specialised in.",
            RelatednessDensity.Source,
            [SpecialisationTable.ActivitySpec],
            [new OutputSpec("estimate", OutputShape.Matrix, "region by industry, percent or share")],
            ActivityTable.Read,
            RelatednessDensity.Estimate);
}
