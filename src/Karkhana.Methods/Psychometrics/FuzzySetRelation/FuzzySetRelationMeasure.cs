using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Fuzzy-set relations as a measure.</summary>
public static class FuzzySetRelationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<FuzzySetCases, FuzzySetRelationOptions, FuzzySetRelationResult>(
        "psychometrics.fuzzy-set-relation",
        "Consistency and coverage of conditions as sufficient or necessary for an outcome.",
        FuzzySetRelation.Source,
        [new InputSpec("cases", "outcome, conditions (list of columns)")],
        [
            new OutputSpec("condition", OutputShape.Vector, "name, ~name, or names joined by *"),
            new OutputSpec("sufficiency_consistency", OutputShape.Vector, "0..1"),
            new OutputSpec("sufficiency_coverage", OutputShape.Vector, "0..1"),
            new OutputSpec("necessity_consistency", OutputShape.Vector, "0..1"),
            new OutputSpec("necessity_coverage", OutputShape.Vector, "0..1"),
            new OutputSpec("proportional_reduction", OutputShape.Vector, "at most 1"),
            new OutputSpec("relevance_of_necessity", OutputShape.Vector, "0..1"),
        ],
        FuzzySetCases.Read,
        FuzzySetRelation.Estimate);
}
