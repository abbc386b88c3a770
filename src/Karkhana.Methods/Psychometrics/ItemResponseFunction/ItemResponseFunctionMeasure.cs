using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The curves of items as a measure.</summary>
public static class ItemResponseFunctionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemParameters, ItemResponseFunctionOptions, ItemResponseFunctionResult>(
        "psychometrics.item-response-function",
        "Category probabilities, item and test information and expected score of given item parameters.",
        ItemResponseFunction.Source,
        [new InputSpec("parameters", ScoredResponses.ParameterRoles)],
        [
            new OutputSpec("theta", OutputShape.Vector, "evaluation points"),
            new OutputSpec("test_information", OutputShape.Vector, "sum over the items"),
            new OutputSpec("std_error", OutputShape.Vector, "1/sqrt(test information)"),
            new OutputSpec("expected_score", OutputShape.Vector, "expected sum of the item scores"),
            new OutputSpec("item_information", OutputShape.Matrix, "theta x item"),
            new OutputSpec("probability", OutputShape.Matrix, "theta x item:category"),
        ],
        ItemParameters.Read,
        ItemResponseFunction.Estimate);
}
