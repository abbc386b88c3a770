using Karkhana.Core.Measures;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>The t test as a measure.</summary>
public static class TTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<GroupedValues, TTestOptions, TTestResult>(
        "econometrics.t-test",
        "Two-sample t test of equal means, with effect size.",
        TTest.Source,
        [new InputSpec("sample", GroupedObservations.Roles)],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "t"),
            new OutputSpec("df", OutputShape.Scalar, "degrees of freedom"),
            new OutputSpec("p_value", OutputShape.Scalar, "two-sided unless set"),
            new OutputSpec("estimate", OutputShape.Scalar, "mean of the first group less that of the second"),
            new OutputSpec("std_error", OutputShape.Scalar, "of the difference"),
            new OutputSpec("conf_low", OutputShape.Scalar, "lower limit of the difference"),
            new OutputSpec("conf_high", OutputShape.Scalar, "upper limit of the difference"),
            new OutputSpec("hedges_g", OutputShape.Scalar, "difference in pooled standard deviations"),
            new OutputSpec("group", OutputShape.Vector, "groups in text order"),
            new OutputSpec("n", OutputShape.Vector, "values"),
            new OutputSpec("mean", OutputShape.Vector, "means"),
            new OutputSpec("std_deviation", OutputShape.Vector, "n - 1"),
        ],
        GroupedObservations.Read,
        TTest.Estimate);
}
