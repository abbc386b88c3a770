using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The conditional Rasch model as a measure.</summary>
public static class ConditionalRaschModelMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, ConditionalRaschModelOptions, ConditionalRaschModelResult>(
        "psychometrics.conditional-rasch-model",
        "Rasch family item parameters by conditional maximum likelihood.",
        ConditionalRaschModel.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("log_likelihood", OutputShape.Scalar, "conditional"),
            new OutputSpec("parameters", OutputShape.Scalar, "free item parameters"),
            new OutputSpec("respondents", OutputShape.Scalar, "with a score between the least and the greatest"),
            new OutputSpec("item", OutputShape.Vector, "item names"),
            new OutputSpec("location", OutputShape.Vector, "mean threshold, logits"),
            new OutputSpec("std_error", OutputShape.Vector, "of the location"),
            new OutputSpec("threshold", OutputShape.Matrix, "item x step"),
            new OutputSpec("threshold_std_error", OutputShape.Matrix, "item x step"),
        ],
        ItemResponses.Read,
        ConditionalRaschModel.Estimate);
}
