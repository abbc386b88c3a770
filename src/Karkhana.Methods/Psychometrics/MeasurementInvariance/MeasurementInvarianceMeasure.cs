using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Measurement invariance as a measure.</summary>
public static class MeasurementInvarianceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<GroupedResponses, MeasurementInvarianceOptions, MeasurementInvarianceResult>(
            "psychometrics.measurement-invariance",
            "Whether items measure the same in several groups: fit with more and more held equal.",
            MeasurementInvariance.Source,
            [new InputSpec("responses", "items (list of columns), group")],
            [
                new OutputSpec("level", OutputShape.Vector, "configural, metric, scalar, strict"),
                new OutputSpec("statistic", OutputShape.Vector, "by level; chi-square"),
                new OutputSpec("df", OutputShape.Vector, "by level"),
                new OutputSpec("p_value", OutputShape.Vector, "by level; upper tail"),
                new OutputSpec("cfi", OutputShape.Vector, "by level, 0..1"),
                new OutputSpec("tli", OutputShape.Vector, "by level"),
                new OutputSpec("rmsea", OutputShape.Vector, "by level"),
                new OutputSpec("rmsea_low", OutputShape.Vector, "by level; 90 %"),
                new OutputSpec("rmsea_high", OutputShape.Vector, "by level; 90 %"),
                new OutputSpec("srmr", OutputShape.Vector, "by level"),
                new OutputSpec("aic", OutputShape.Vector, "by level"),
                new OutputSpec("bic", OutputShape.Vector, "by level; ln n of all groups"),
                new OutputSpec("statistic_difference", OutputShape.Vector, "by level; from the level before, null for the first"),
                new OutputSpec("df_difference", OutputShape.Vector, "by level"),
                new OutputSpec("p_value_difference", OutputShape.Vector, "by level; upper tail"),
                new OutputSpec("cfi_difference", OutputShape.Vector, "by level"),
                new OutputSpec("rmsea_difference", OutputShape.Vector, "by level"),
                new OutputSpec("srmr_difference", OutputShape.Vector, "by level"),
                new OutputSpec("holds", OutputShape.Vector, "by level; 1 when the CFI falls by no more than allowed, else 0"),
                new OutputSpec("attained", OutputShape.Scalar, "last level up to which all hold, or none"),
                new OutputSpec("group", OutputShape.Vector, "group codes, in order of appearance"),
                new OutputSpec("respondents", OutputShape.Vector, "by group; complete respondents"),
                new OutputSpec("factor_mean", OutputShape.Matrix, "group by construct; scalar model, standard deviations of the first group"),
                new OutputSpec("factor_mean_std_error", OutputShape.Matrix, "group by construct; null in the first group"),
            ],
            GroupedResponses.Read,
            MeasurementInvariance.Estimate);
}
