using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Rasch person scores as a measure.</summary>
public static class RaschPersonScoreMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemDifficulties, RaschPersonScoreOptions, RaschPersonScoreResult>(
        "psychometrics.rasch-person-score",
        "Person parameter of each raw score for given Rasch difficulties.",
        RaschPersonScore.Source,
        [new InputSpec("parameters", "item, difficulty")],
        [
            new OutputSpec("raw_score", OutputShape.Vector, "number of items passed"),
            new OutputSpec("estimate", OutputShape.Vector, "theta, logits"),
            new OutputSpec("std_error", OutputShape.Vector, "1/sqrt(information)"),
        ],
        ItemDifficulties.Read,
        RaschPersonScore.Estimate);
}
