using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The limited-information test of fit as a measure.</summary>
public static class LimitedInformationFitMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<FittedResponses, LimitedInformationFitOptions, LimitedInformationFitResult>(
        "psychometrics.limited-information-fit",
        "Overall fit of an item response model from first and second order margins.",
        LimitedInformationFit.Source,
        [
            new InputSpec("responses", "items (list of columns)"),
            new InputSpec("parameters", "item, slope, threshold (list of columns); optional guessing"),
        ],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "chi-square"),
            new OutputSpec("df", OutputShape.Scalar, "margins less parameters"),
            new OutputSpec("p_value", OutputShape.Scalar, "upper tail"),
            new OutputSpec("rmsea", OutputShape.Scalar, "divisor N - 1"),
            new OutputSpec("rmsea_low", OutputShape.Scalar, "5%, divisor N - 1"),
            new OutputSpec("rmsea_high", OutputShape.Scalar, "95%, divisor N - 1"),
            new OutputSpec("srmsr", OutputShape.Scalar, "observed against implied item correlations"),
            new OutputSpec("tli", OutputShape.Scalar, "against independent items"),
            new OutputSpec("cfi", OutputShape.Scalar, "0 to 1, against independent items"),
        ],
        FittedResponses.Read,
        LimitedInformationFit.Estimate);
}
