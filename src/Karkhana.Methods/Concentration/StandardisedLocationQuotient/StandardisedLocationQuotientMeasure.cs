using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The standardised location quotient as a measure.</summary>
public static class StandardisedLocationQuotientMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<PlantTable, StandardisedLocationQuotientOptions, StandardisedLocationQuotientResult>(
            "concentration.standardised-location-quotient",
            "Location quotients of plants with standard score, bootstrap interval and a guard for few plants.",
            StandardisedLocationQuotient.Source,
            [new InputSpec("plants", "region, industry; optional employment")],
            [
                new OutputSpec("estimate", OutputShape.Matrix, "region by industry; location quotient"),
                new OutputSpec("standardised", OutputShape.Matrix, "standard score over the regions of the industry"),
                new OutputSpec("significant", OutputShape.Matrix, "1 where the score lies beyond ±1.96, else 0"),
                new OutputSpec("conf_low", OutputShape.Matrix, "lower limit of the bootstrap interval"),
                new OutputSpec("conf_high", OutputShape.Matrix, "upper limit of the bootstrap interval"),
                new OutputSpec("plants", OutputShape.Matrix, "number of plants"),
                new OutputSpec("guarded", OutputShape.Matrix, "1 where there are too few plants to rank, else 0"),
                new OutputSpec("rank", OutputShape.Matrix, "1 is the highest quotient of the industry; NaN where guarded"),
            ],
            PlantTable.Read,
            StandardisedLocationQuotient.Estimate);
}
