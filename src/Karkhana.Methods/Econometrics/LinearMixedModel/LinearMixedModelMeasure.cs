using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The linear mixed model as a measure.</summary>
public static class LinearMixedModelMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<MultilevelSample, LinearMixedModelOptions, LinearMixedModelResult>(
        "econometrics.linear-mixed-model",
        "Linear mixed model with intercepts and slopes that differ between nested or crossed groups.",
        LinearMixedModel.Source,
        [new InputSpec("sample", MultilevelSample.Roles)],
        [
            new OutputSpec("term", OutputShape.Vector, "coefficient names; the constant is called intercept"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors at the estimated variances"),
            new OutputSpec("df", OutputShape.Vector, "degrees of freedom of the tests"),
            new OutputSpec("statistic", OutputShape.Vector, "estimate over standard error"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("covariance_matrix", OutputShape.Matrix, "term by term"),
            new OutputSpec("component", OutputShape.Vector, "group:term, group:term,term for a covariance, residual"),
            new OutputSpec("variance", OutputShape.Vector, "variances and covariances"),
            new OutputSpec("deviation", OutputShape.Vector, "standard deviations and correlations"),
            new OutputSpec("variance_low", OutputShape.Vector, "lower limits of variances"),
            new OutputSpec("variance_high", OutputShape.Vector, "upper limits of variances"),
            new OutputSpec("grouping", OutputShape.Vector, "grouping columns"),
            new OutputSpec("groups", OutputShape.Vector, "number of groups of each grouping"),
            new OutputSpec("intraclass_correlation", OutputShape.Vector, "share of the grouping's intercepts in the variance"),
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("log_likelihood", OutputShape.Scalar, "restricted with reml"),
            new OutputSpec("deviance", OutputShape.Scalar, "-2 log-likelihood"),
            new OutputSpec("aic", OutputShape.Scalar, "counts coefficients and all variance parameters"),
            new OutputSpec("bic", OutputShape.Scalar, "counts coefficients and all variance parameters"),
            new OutputSpec("group", OutputShape.Vector, "groups of the first random entry"),
            new OutputSpec("random_intercept", OutputShape.Vector, "conditional means of their intercepts"),
            new OutputSpec("random_intercept_error", OutputShape.Vector, "conditional standard deviations"),
            new OutputSpec("random_slope", OutputShape.Vector, "conditional means of the first other term"),
            new OutputSpec("random_slope_error", OutputShape.Vector, "conditional standard deviations"),
        ],
        MultilevelSample.Read,
        LinearMixedModel.Estimate);
}
