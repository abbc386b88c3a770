using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Regression with absorbed fixed effects as a measure.</summary>
public static class FixedEffectsRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, FixedEffectsRegressionOptions, FixedEffectsRegressionResult>(
        "econometrics.fixed-effects-regression",
        "Linear regression with one or more absorbed sets of fixed effects.",
        FixedEffectsRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", absorb (list of columns), optional weights, clusters (list of up to two columns)")],
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("r_squared", OutputShape.Scalar, "explained by terms and effects"),
            new OutputSpec("within_r_squared", OutputShape.Scalar, "explained by the terms of what the effects leave"),
            new OutputSpec("sigma", OutputShape.Scalar, "residual standard deviation, all effects counted"),
            new OutputSpec("log_likelihood", OutputShape.Scalar, "Gaussian, maximum-likelihood variance"),
            new OutputSpec("absorbed_parameters", OutputShape.Scalar, "all groups less (sets - 1)"),
            new OutputSpec("singletons", OutputShape.Scalar, "rows left out, because they are alone in a group"),
        ],
        RegressionSample.Read,
        FixedEffectsRegression.Estimate);
}
