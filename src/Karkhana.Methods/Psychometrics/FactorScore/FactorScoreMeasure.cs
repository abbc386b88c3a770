using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Factor scores as a measure.</summary>
public static class FactorScoreMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, FactorScoreOptions, FactorScoreResult>(
        "psychometrics.factor-score",
        "Factor scores of a one-factor maximum-likelihood model.",
        FactorScore.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("item", OutputShape.Vector, "item names"),
            new OutputSpec("loading", OutputShape.Vector, "loading of the standardised item"),
            new OutputSpec("row", OutputShape.Vector, "1, 2, ... in the order of the table"),
            new OutputSpec("score", OutputShape.Vector, "standard units"),
        ],
        ItemResponses.Read,
        FactorScore.Estimate);
}
