using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>The table of revealed comparative advantages as a measure.</summary>
public static class RevealedComparativeAdvantageMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<ActivityTable, RevealedComparativeAdvantageOptions, RevealedComparativeAdvantageResult>(
            "concentration.revealed-comparative-advantage",
            "Binary specialisation table and the diversity and ubiquity counts.",
            RevealedComparativeAdvantage.Source,
            [ActivityTable.Spec],
            [
                new OutputSpec("estimate", OutputShape.Matrix, "region by industry; 1 where the threshold is reached, else 0"),
                new OutputSpec("region", OutputShape.Vector, "codes"),
                new OutputSpec("diversity", OutputShape.Vector, "by region: number of industries"),
                new OutputSpec("industry", OutputShape.Vector, "codes"),
                new OutputSpec("ubiquity", OutputShape.Vector, "by industry: number of regions"),
            ],
            ActivityTable.Read,
            RevealedComparativeAdvantage.Estimate);
}
