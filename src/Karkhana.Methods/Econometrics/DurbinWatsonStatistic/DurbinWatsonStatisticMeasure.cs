using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The Durbin-Watson statistic as a measure.</summary>
public static class DurbinWatsonStatisticMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, DurbinWatsonStatisticOptions, DurbinWatsonStatisticResult>(
        "econometrics.durbin-watson-statistic",
        "First-order autocorrelation of the residuals of a linear regression, in row order.",
        DurbinWatsonStatistic.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights; rows in time order")],
        [
            new OutputSpec("statistic", OutputShape.Scalar, "0 to 4; 2 without autocorrelation"),
            new OutputSpec("expected", OutputShape.Scalar, "mean under independent errors"),
            new OutputSpec("p_value", OutputShape.Scalar, "by the normal distribution with exact mean and variance"),
        ],
        RegressionSample.Read,
        DurbinWatsonStatistic.Estimate);
}
