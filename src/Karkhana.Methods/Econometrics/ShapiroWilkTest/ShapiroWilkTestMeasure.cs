using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The Shapiro-Wilk test as a measure.</summary>
public static class ShapiroWilkTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<IReadOnlyList<double>, ShapiroWilkTestOptions, ShapiroWilkTestResult>(
        "econometrics.shapiro-wilk-test",
        "Shapiro-Wilk test of a normal distribution.",
        ShapiroWilkTest.Source,
        [new InputSpec("sample", "value")],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "W, at most 1"),
            new OutputSpec("p_value", OutputShape.Scalar, "null above 5,000 values"),
            new OutputSpec("n", OutputShape.Scalar, "known values"),
        ],
        request => request.Table("sample").Numbers("value"),
        ShapiroWilkTest.Estimate);
}
