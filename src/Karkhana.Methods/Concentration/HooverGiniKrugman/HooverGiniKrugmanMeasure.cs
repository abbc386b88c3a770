using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The three textbook indices as a measure.</summary>
public static class HooverGiniKrugmanMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ActivityTable, HooverGiniKrugmanOptions, HooverGiniKrugmanResult>(
            "concentration.hoover-gini-krugman",
            "Hoover, Gini and Krugman index per industry or region with unweighted textbook conventions.",
            HooverGiniKrugman.Source,
            [ActivityTable.Spec],
            [
                new OutputSpec("unit", OutputShape.Vector, "industry or region codes"),
                new OutputSpec("hoover", OutputShape.Vector, "0 to 1"),
                new OutputSpec("gini", OutputShape.Vector, "0 to 1"),
                new OutputSpec("krugman", OutputShape.Vector, "0 to 2, against the mean of the other units"),
            ],
            ActivityTable.Read,
            HooverGiniKrugman.Estimate);
}
