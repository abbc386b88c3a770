using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The analysis of variance of a linear model as a measure.</summary>
public static class AnalysisOfVarianceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, RegressionModelOptions, AnalysisOfVarianceResult>(
        "econometrics.analysis-of-variance",
        "Sequential analysis of variance of a linear regression: what each term explains beyond those before it.",
        AnalysisOfVariance.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights")],
        [
            new OutputSpec("term", OutputShape.Vector, "terms in order, then residual"),
            new OutputSpec("df", OutputShape.Vector, "degrees of freedom"),
            new OutputSpec("sum_sq", OutputShape.Vector, "sums of squares"),
            new OutputSpec("mean_sq", OutputShape.Vector, "mean squares"),
            new OutputSpec("statistic", OutputShape.Vector, "F; NaN for residual"),
            new OutputSpec("p_value", OutputShape.Vector, "of F"),
        ],
        RegressionSample.Read,
        AnalysisOfVariance.Estimate);
}
