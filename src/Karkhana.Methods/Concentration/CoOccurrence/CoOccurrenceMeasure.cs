using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Co-occurrence as a measure.</summary>
public static class CoOccurrenceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ActivityTable, CoOccurrenceOptions, IndustryPairResult>(
        "concentration.co-occurrence",
        "Number of regions specialised in both of two industries.",
        CoOccurrence.Source,
        [SpecialisationTable.ActivitySpec],
        [new OutputSpec("estimate", OutputShape.Matrix, "industry by industry; the diagonal is 0")],
        ActivityTable.Read,
        CoOccurrence.Estimate);
}
