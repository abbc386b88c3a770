using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Quantile regression as a measure.</summary>
public static class QuantileRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, QuantileRegressionOptions, QuantileRegressionResult>(
        "econometrics.quantile-regression",
        "Linear regression of a quantile of the outcome, with errors.",
        QuantileRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights")],
        [
            new OutputSpec("term", OutputShape.Vector, "coefficient names; the constant is called intercept"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors with a density for each row"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("objective", OutputShape.Scalar, "least value of the objective"),
        ],
        RegressionSample.Read,
        QuantileRegression.Estimate);
}
