using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The Breusch-Pagan test as a measure.</summary>
public static class BreuschPaganTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, BreuschPaganTestOptions, ModelTestResult>(
        "econometrics.breusch-pagan-test",
        "Test whether the spread of the residuals of a linear regression goes with its terms.",
        BreuschPaganTest.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights")],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "n R² of the squared residuals on the terms"),
            new OutputSpec("df", OutputShape.Scalar, "terms beside the constant"),
            new OutputSpec("p_value", OutputShape.Scalar, "chi-square"),
        ],
        RegressionSample.Read,
        BreuschPaganTest.Estimate);
}
