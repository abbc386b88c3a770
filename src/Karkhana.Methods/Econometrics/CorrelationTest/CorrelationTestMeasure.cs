using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The correlation test as a measure.</summary>
public static class CorrelationTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PairedValues, CorrelationTestOptions, CorrelationTestResult>(
        "econometrics.correlation-test",
        "Correlation of two variables (Pearson, Spearman, Kendall) with test and limits.",
        CorrelationTest.Source,
        [new InputSpec("sample", "x, y; rows with a gap are dropped")],
        [
            new OutputSpec("estimate", OutputShape.Scalar, "from -1 to 1"),
            new OutputSpec("p_value", OutputShape.Scalar, "two-sided unless set"),
            new OutputSpec("conf_low", OutputShape.Scalar, "lower limit"),
            new OutputSpec("conf_high", OutputShape.Scalar, "upper limit"),
            new OutputSpec("statistic", OutputShape.Scalar, "t, or z with kendall"),
            new OutputSpec("n", OutputShape.Scalar, "complete pairs"),
        ],
        PairedValues.Read,
        CorrelationTest.Estimate);
}
