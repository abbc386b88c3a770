using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>McDonald's omega as a measure.</summary>
public static class McDonaldOmegaMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ItemResponses, McDonaldOmegaOptions, McDonaldOmegaResult>(
        "psychometrics.mcdonald-omega",
        "Reliability of a sum score from a one-factor model.",
        McDonaldOmega.Source,
        [new InputSpec("responses", "items (list of columns)")],
        [
            new OutputSpec("omega", OutputShape.Scalar, "model-implied denominator"),
            new OutputSpec("omega_observed", OutputShape.Scalar, "observed denominator"),
            new OutputSpec("average_variance_extracted", OutputShape.Scalar, "mean squared standardised loading"),
            new OutputSpec("composite_reliability", OutputShape.Scalar, "omega of the standardised solution"),
            new OutputSpec("conf_low", OutputShape.Scalar, "lower bootstrap limit of omega; null without replicates"),
            new OutputSpec("conf_high", OutputShape.Scalar, "upper bootstrap limit of omega; null without replicates"),
            new OutputSpec("item", OutputShape.Vector, "item names"),
            new OutputSpec("loading", OutputShape.Vector, "sum of loadings at least 0"),
            new OutputSpec("residual_variance", OutputShape.Vector, "by item"),
            new OutputSpec("statistic", OutputShape.Scalar, "N times the minimum of F; ml only"),
            new OutputSpec("df", OutputShape.Scalar, "p(p - 3)/2"),
        ],
        ItemResponses.Read,
        McDonaldOmega.Estimate);
}
