using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Cohen's kappa as a measure.</summary>
public static class CohenKappaMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RatingPairs, CohenKappaOptions, CohenKappaResult>(
        "psychometrics.cohen-kappa",
        "Chance-corrected agreement of two raters on categories, with its large-sample error.",
        CohenKappa.Source,
        [new InputSpec("ratings", "first, second (categories; empty = not rated)")],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "at most 1"),
            new OutputSpec("std_error", OutputShape.Scalar, "asymptotic"),
            new OutputSpec("conf_low", OutputShape.Scalar, "lower limit"),
            new OutputSpec("conf_high", OutputShape.Scalar, "upper limit, at most 1"),
            new OutputSpec("null_std_error", OutputShape.Scalar, "asymptotic, when agreement is by chance"),
            new OutputSpec("statistic", OutputShape.Scalar, "estimate over null_std_error"),
            new OutputSpec("p_value", OutputShape.Scalar, "two-sided, of agreement by chance"),
            new OutputSpec("observed_agreement", OutputShape.Scalar, "weighted, 0..1"),
            new OutputSpec("expected_agreement", OutputShape.Scalar, "weighted, 0..1"),
            new OutputSpec("subjects", OutputShape.Scalar, "subjects rated by both"),
        ],
        RatingPairs.Read,
        CohenKappa.Estimate);
}
