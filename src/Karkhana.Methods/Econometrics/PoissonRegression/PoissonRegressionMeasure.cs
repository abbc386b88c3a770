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
            .. CoefficientOutputs.Specs,
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("log_likelihood", OutputShape.Scalar, "of the rows used"),
            new OutputSpec("deviance", OutputShape.Scalar, "twice the distance from a perfect fit"),
            new OutputSpec("dispersion", OutputShape.Scalar, "Pearson chi-square/(n - k)"),
            new OutputSpec("separated", OutputShape.Scalar, "rows left out, because nothing but 0 can come of them"),
        ],
        RegressionSample.Read,
        PoissonRegression.Estimate);
}
