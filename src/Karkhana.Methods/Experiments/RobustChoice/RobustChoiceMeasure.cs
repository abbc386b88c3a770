using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Robust choice as a measure.</summary>
public static class RobustChoiceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<OptionOutcomes, RobustChoiceOptions, RobustChoiceResult>(
        "experiments.robust-choice",
        "Which option does well in many scenarios: regret, maximin, Hurwicz, Laplace, satisficing and others side by side.",
        RobustChoice.Source,
        [new InputSpec("outcomes", "option, scenario, value")],
        [
            new OutputSpec("option", OutputShape.Vector, "options in the order of the input"),
            new OutputSpec("value", OutputShape.Matrix, "option x criterion"),
            new OutputSpec("value_low", OutputShape.Matrix, "lower limits over bootstrap samples of scenarios"),
            new OutputSpec("value_high", OutputShape.Matrix, "upper limits over bootstrap samples of scenarios"),
            new OutputSpec("rank", OutputShape.Matrix, "1 for the best by the criterion"),
            new OutputSpec("best_share", OutputShape.Matrix, "share of bootstrap samples in which the option is the best"),
            new OutputSpec("satisficing_low", OutputShape.Vector, "lower limit of the share of scenarios that meet the threshold (Wilson)"),
            new OutputSpec("satisficing_high", OutputShape.Vector, "upper limit of the share of scenarios that meet the threshold (Wilson)"),
            new OutputSpec("criterion", OutputShape.Vector, "criteria"),
            new OutputSpec("choice", OutputShape.Vector, "best option by criterion, the first of equal ones"),
            new OutputSpec("choice_share", OutputShape.Vector, "share of bootstrap samples in which it is the best"),
        ],
        OptionOutcomes.ReadScenarios,
        RobustChoice.Estimate);
}
