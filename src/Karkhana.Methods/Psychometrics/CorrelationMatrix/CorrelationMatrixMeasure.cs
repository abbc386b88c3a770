using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The correlation matrix as a measure.</summary>
public static class CorrelationMatrixMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, CorrelationMatrixOptions, CorrelationMatrixResult>(
        "psychometrics.correlation-matrix",
        "How alike every two items rank the respondents.",
        CorrelationMatrix.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("estimate", OutputShape.Matrix, "item x item, -1 to 1"),
            new OutputSpec("n", OutputShape.Matrix, "item x item: respondents behind each coefficient"),
        ],
        ItemResponses.Read,
        CorrelationMatrix.Estimate);
}
