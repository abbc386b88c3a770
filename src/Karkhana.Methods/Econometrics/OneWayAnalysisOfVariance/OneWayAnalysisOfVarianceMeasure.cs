using Karkhana.Core.Measures;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>The one-way analysis of variance as a measure.</summary>
public static class OneWayAnalysisOfVarianceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedValues, OneWayAnalysisOfVarianceOptions, OneWayAnalysisOfVarianceResult>(
        "econometrics.one-way-analysis-of-variance",
        "F test of equal group means, with one variance or one for each group, and effect sizes.",
        OneWayAnalysisOfVariance.Source,
        [new InputSpec("sample", GroupedObservations.Roles)],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "F"),
            new OutputSpec("p_value", OutputShape.Scalar, "upper tail"),
            new OutputSpec("df_between", OutputShape.Scalar, "groups - 1"),
            new OutputSpec("df_within", OutputShape.Scalar, "values - groups, or Welch's"),
            new OutputSpec("eta_squared", OutputShape.Scalar, "share of the variance between groups"),
            new OutputSpec("omega_squared", OutputShape.Scalar, "the same without most of the bias"),
            new OutputSpec("group", OutputShape.Vector, "groups in text order"),
            new OutputSpec("n", OutputShape.Vector, "values"),
            new OutputSpec("mean", OutputShape.Vector, "means"),
            new OutputSpec("std_deviation", OutputShape.Vector, "n - 1"),
        ],
        GroupedObservations.Read,
        OneWayAnalysisOfVariance.Estimate);
}
