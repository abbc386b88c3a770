using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Poisson regression as a measure.</summary>
public static class PoissonRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, PoissonRegressionOptions, PoissonRegressionResult>(
        "econometrics.poisson-regression",
        "Poisson regression with log link, optionally with absorbed fixed effects.",
        PoissonRegression.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional absorb (list of columns), weights, clusters (list of up to two columns)")],
        [
            new OutputSpec("term", OutputShape.Vector, "coefficient names; the constant is called intercept"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors"),
            new OutputSpec("statistic", OutputShape.Vector, "estimate over standard error"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("log_likelihood", OutputShape.Scalar, "of the rows used"),
            new OutputSpec("deviance", OutputShape.Scalar, "twice the distance from a perfect fit"),
            new OutputSpec("dispersion", OutputShape.Scalar, "Pearson chi-square/(n - k)"),
            new OutputSpec("separated", OutputShape.Scalar, "rows left out, because nothing but 0 can come of them"),
        ],
        RegressionSample.Read,
        PoissonRegression.Estimate);
}
