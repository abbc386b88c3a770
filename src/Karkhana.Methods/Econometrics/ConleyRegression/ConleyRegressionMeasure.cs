using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Conley regression as a measure.</summary>
public static class ConleyRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<PlacedSample, ConleyRegressionOptions, RobustRegressionResult>(
        "econometrics.conley-regression",
        "Linear regression with standard errors that allow errors to be unequal and correlated over space.",
        ConleyRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", x (coordinate or longitude), y (coordinate or latitude), optional weights")],
        RobustRegressionResult.Outputs,
        PlacedSample.Read,
        ConleyRegression.Estimate);
}
