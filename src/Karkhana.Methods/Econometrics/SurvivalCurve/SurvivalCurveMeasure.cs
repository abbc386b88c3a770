using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The survival curve as a measure.</summary>
public static class SurvivalCurveMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SurvivalSample, SurvivalCurveOptions, SurvivalCurveResult>(
        "econometrics.survival-curve",
        "Kaplan-Meier survival curve with limits, median and restricted mean.",
        SurvivalCurve.Source,
        [new InputSpec("sample", "time, event (1 = event, 0 = censored); optional entry")],
        [
            new OutputSpec("time", OutputShape.Vector, "distinct times, events or censorings"),
            new OutputSpec("survival", OutputShape.Vector, "0..1"),
            new OutputSpec("std_error", OutputShape.Vector, "of log survival; inf where survival is 0"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limit, at each time by itself"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limit, at each time by itself"),
            new OutputSpec("at_risk", OutputShape.Vector, "count"),
            new OutputSpec("events", OutputShape.Vector, "count"),
            new OutputSpec("censored", OutputShape.Vector, "count"),
            new OutputSpec("median", OutputShape.Scalar, "least time with survival at most 0.5; null when there is none"),
            new OutputSpec("median_low", OutputShape.Scalar, "lower limit of the median"),
            new OutputSpec("median_high", OutputShape.Scalar, "upper limit of the median"),
            new OutputSpec("restricted_mean", OutputShape.Scalar, "mean time without event up to restricted_to"),
            new OutputSpec("restricted_mean_std_error", OutputShape.Scalar, "of the restricted mean"),
        ],
        SurvivalSample.Read,
        SurvivalCurve.Estimate);
}
