using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Ordered regression as a measure.</summary>
public static class OrderedRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, OrderedRegressionOptions, OrderedRegressionResult>(
        "econometrics.ordered-regression",
        "Cumulative link model for an ordered outcome, with the test of parallel coefficients.",
        OrderedRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights (observations a row stands for), clusters (list of one column)")],
        [
            .. CoefficientOutputs.Specs,
            .. CoefficientOutputs.LikelihoodSpecs,
            new OutputSpec("pseudo_r_squared", OutputShape.Scalar, "McFadden"),
            new OutputSpec("category", OutputShape.Vector, "categories as coded, in order"),
            new OutputSpec("parallel_statistic", OutputShape.Scalar, "Brant's test that coefficients are the same at all thresholds; logit only"),
            new OutputSpec("parallel_df", OutputShape.Scalar, "its degrees of freedom"),
            new OutputSpec("parallel_p_value", OutputShape.Scalar, "by the chi-square distribution"),
            new OutputSpec("covariance_matrix", OutputShape.Matrix, "coefficients and thresholds"),
        ],
        RegressionSample.Read,
        OrderedRegression.Estimate);
}
