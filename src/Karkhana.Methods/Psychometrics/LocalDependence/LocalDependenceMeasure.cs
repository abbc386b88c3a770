using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Local dependence as a measure.</summary>
public static class LocalDependenceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<FittedResponses, LocalDependenceOptions, LocalDependenceResult>(
        "psychometrics.local-dependence",
        "Which pairs of items share more than the latent variable: Q3 and the local-dependence chi-square.",
        LocalDependence.Source,
        [
            new InputSpec("responses", "items (list of columns); optional score"),
            new InputSpec("parameters", "item, slope, threshold (list of columns); optional guessing"),
        ],
        [
            new OutputSpec("q3", OutputShape.Matrix, "item by item, -1 to 1: correlation of residuals"),
            new OutputSpec("adjusted_q3", OutputShape.Matrix, "item by item: q3 less mean_q3; null on the diagonal"),
            new OutputSpec("ld_chi_square", OutputShape.Matrix, "item by item: table of the pair against the model"),
            new OutputSpec("standardised_ld_chi_square", OutputShape.Matrix, "item by item: (chi-square - df)/sqrt(2 df)"),
            new OutputSpec("mean_q3", OutputShape.Scalar, "mean of the pairs"),
            new OutputSpec("greatest_adjusted_q3", OutputShape.Scalar, "greatest q3 less mean_q3"),
            new OutputSpec("flagged_first", OutputShape.Vector, "first items of the flagged pairs"),
            new OutputSpec("flagged_second", OutputShape.Vector, "second items of the flagged pairs"),
        ],
        FittedResponses.Read,
        LocalDependence.Estimate);
}
