using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The RESET test as a measure.</summary>
public static class ResetTestMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, ResetTestOptions, ModelTestResult>(
        "econometrics.reset-test",
        "Ramsey's test of the functional form of a linear regression by powers of its fitted values.",
        ResetTest.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights")],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "F"),
            new OutputSpec("df1", OutputShape.Scalar, "powers that the terms do not determine"),
            new OutputSpec("df2", OutputShape.Scalar, "rows less terms and powers"),
            new OutputSpec("p_value", OutputShape.Scalar, "of F"),
        ],
        RegressionSample.Read,
        ResetTest.Estimate);
}
