using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Differential item functioning as a measure.</summary>
public static class DifferentialItemFunctioningMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedResponses, DifferentialItemFunctioningOptions, DifferentialItemFunctioningResult>(
        "psychometrics.differential-item-functioning",
        "Whether items function differently in two groups of respondents at equal score.",
        DifferentialItemFunctioning.Source,
        [new InputSpec("responses", "items (list of columns), group; optional score")],
        [
            new OutputSpec("item", OutputShape.Vector, "item names"),
            new OutputSpec("odds_ratio", OutputShape.Vector, "mantel-haenszel: above 1 favours the reference group"),
            new OutputSpec("statistic", OutputShape.Vector, "mantel-haenszel: chi-square, 1 df"),
            new OutputSpec("p_value", OutputShape.Vector, "mantel-haenszel: upper tail"),
            new OutputSpec("delta", OutputShape.Vector, "mantel-haenszel: -2.35 ln(odds_ratio)"),
            new OutputSpec("log_odds_ratio_std_error", OutputShape.Vector, "mantel-haenszel"),
            new OutputSpec("standardised_p_difference", OutputShape.Vector, "mantel-haenszel: focal less reference, in answers"),
            new OutputSpec("strata", OutputShape.Vector, "mantel-haenszel: strata with both groups"),
            new OutputSpec("uniform_statistic", OutputShape.Vector, "logistic, ordinal: group beside score, 1 df"),
            new OutputSpec("nonuniform_statistic", OutputShape.Vector, "logistic, ordinal: score by group, 1 df"),
            new OutputSpec("total_statistic", OutputShape.Vector, "logistic, ordinal: both, 2 df"),
            new OutputSpec("total_p_value", OutputShape.Vector, "logistic, ordinal: upper tail"),
            new OutputSpec("nagelkerke_difference", OutputShape.Vector, "logistic, ordinal: 0 to 1"),
            new OutputSpec("group_coefficient", OutputShape.Vector, "logistic, ordinal: log odds of the focal group"),
            new OutputSpec("adjusted_p_value", OutputShape.Vector, "Benjamini-Hochberg over the items"),
            new OutputSpec("class", OutputShape.Vector, "mantel-haenszel: A negligible, B moderate, C large"),
            new OutputSpec("flagged", OutputShape.Vector, "1 or 0"),
            new OutputSpec("rounds", OutputShape.Scalar, "rounds of purification made"),
            new OutputSpec("group_difference", OutputShape.Scalar, "of the sum of all items, focal less reference, pooled sd"),
            new OutputSpec("group_difference_without_flagged", OutputShape.Scalar, "of the sum of the items not flagged"),
            new OutputSpec("impact", OutputShape.Scalar, "the latter less the former"),
        ],
        GroupedResponses.Read,
        DifferentialItemFunctioning.Estimate);
}
