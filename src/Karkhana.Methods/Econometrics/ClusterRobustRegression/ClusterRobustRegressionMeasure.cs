using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Cluster-robust regression as a measure.</summary>
public static class ClusterRobustRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, ClusterRobustRegressionOptions, ClusterRobustRegressionResult>(
        "econometrics.cluster-robust-regression",
        "Linear regression with one-way or two-way cluster-robust standard errors.",
        ClusterRobustRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", clusters (list of one or two columns), optional weights")],
        [
            new OutputSpec("term", OutputShape.Vector, "coefficient names; the constant is called intercept"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("df", OutputShape.Vector, "degrees of freedom of the t tests"),
            new OutputSpec("wild_p_value", OutputShape.Vector, "wild cluster bootstrap, when the number of clusters asks for it"),
        ],
        RegressionSample.Read,
        ClusterRobustRegression.Estimate);
}
