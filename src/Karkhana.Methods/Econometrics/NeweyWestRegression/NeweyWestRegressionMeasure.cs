using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Newey-West regression as a measure.</summary>
public static class NeweyWestRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, NeweyWestRegressionOptions, RobustRegressionResult>(
        "econometrics.newey-west-regression",
        "Linear regression with standard errors that allow errors to be unequal and correlated over time.",
        NeweyWestRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights; rows in time order")],
        RobustRegressionResult.Outputs,
        RegressionSample.Read,
        NeweyWestRegression.Estimate);
}
