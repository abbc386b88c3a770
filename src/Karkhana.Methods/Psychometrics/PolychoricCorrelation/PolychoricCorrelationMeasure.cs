using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Polychoric correlations as a measure.</summary>
public static class PolychoricCorrelationMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, PolychoricCorrelationOptions, PolychoricCorrelationResult>(
        "psychometrics.polychoric-correlation",
        "Correlation of the latent normal variables behind ordered items (tetrachoric when binary).",
        PolychoricCorrelation.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("estimate", OutputShape.Matrix, "item x item, -1 to 1"),
            new OutputSpec("std_error", OutputShape.Matrix, "item x item; maximum likelihood only"),
            new OutputSpec("threshold", OutputShape.Matrix, "item x step; two-step thresholds"),
            new OutputSpec("n", OutputShape.Matrix, "item x item: respondents behind each correlation"),
        ],
        ItemResponses.Read,
        PolychoricCorrelation.Estimate);
}
