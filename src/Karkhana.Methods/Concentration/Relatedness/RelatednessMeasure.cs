using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Relatedness as a measure.</summary>
public static class RelatednessMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ActivityTable, RelatednessOptions, IndustryPairResult>(
        "concentration.relatedness",
        "How much more often than expected regions are specialised in both of two industries.",
        Relatedness.Source,
        [SpecialisationTable.ActivitySpec],
        [new OutputSpec("estimate", OutputShape.Matrix, "industry by industry; the diagonal is 0")],
        ActivityTable.Read,
        Relatedness.Estimate);
}
