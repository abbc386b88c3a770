using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Krippendorff's alpha as a measure.</summary>
public static class KrippendorffAlphaMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RaterTable, KrippendorffAlphaOptions, KrippendorffAlphaResult>(
        "psychometrics.krippendorff-alpha",
        "Agreement of any number of raters with missing ratings and any scale level.",
        KrippendorffAlpha.Source,
        [new InputSpec("ratings", "raters (list of columns; empty = not rated)")],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "at most 1"),
            new OutputSpec("conf_low", OutputShape.Scalar, "lower limit; null without replicates"),
            new OutputSpec("conf_high", OutputShape.Scalar, "upper limit; null without replicates"),
            new OutputSpec("observed_disagreement", OutputShape.Scalar, "mean squared distance within units"),
            new OutputSpec("expected_disagreement", OutputShape.Scalar, "mean squared distance of any two ratings"),
            new OutputSpec("units", OutputShape.Scalar, "units with at least two ratings"),
            new OutputSpec("ratings", OutputShape.Scalar, "ratings of these units"),
        ],
        RaterTable.Read,
        KrippendorffAlpha.Estimate);
}
