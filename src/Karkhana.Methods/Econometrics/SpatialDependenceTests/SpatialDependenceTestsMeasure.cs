using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The tests of spatial dependence as a measure.</summary>
public static class SpatialDependenceTestsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialSample, SpatialDependenceTestsOptions, SpatialDependenceTestsResult>(
        "econometrics.spatial-dependence-tests",
        "Moran test of least-squares residuals and Lagrange multiplier tests of spatial dependence.",
        SpatialDependenceTests.Source,
        SpatialSample.Inputs,
        [
            new OutputSpec("moran", OutputShape.Scalar, "I of the residuals"),
            new OutputSpec("moran_expectation", OutputShape.Scalar, "without dependence"),
            new OutputSpec("moran_variance", OutputShape.Scalar, "under normal errors"),
            new OutputSpec("moran_z", OutputShape.Scalar, "distance from the expectation in standard deviations"),
            new OutputSpec("moran_p", OutputShape.Scalar, "one-sided: neighbours alike"),
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("test", OutputShape.Vector, "lm-error, lm-lag, lm-error-robust, lm-lag-robust, sarma"),
            new OutputSpec("statistic", OutputShape.Vector, "chi-square"),
            new OutputSpec("p_value", OutputShape.Vector, "chi-square 1 (sarma 2)"),
        ],
        SpatialSample.Read,
        SpatialDependenceTests.Estimate);
}
