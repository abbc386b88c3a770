using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The regression with spatially lagged regressors as a measure.</summary>
public static class SpatiallyLaggedRegressorsMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SpatialSample, SpatiallyLaggedRegressorsOptions, SpatiallyLaggedRegressorsResult>(
        "econometrics.spatially-lagged-regressors",
        "Least squares on the own terms and on those of the neighbours (SLX).",
        SpatiallyLaggedRegressors.Source,
        SpatialSample.Inputs,
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("n", OutputShape.Scalar, "observations used"),
            new OutputSpec("sigma", OutputShape.Scalar, "residual standard deviation"),
            new OutputSpec("r_squared", OutputShape.Scalar, "share of variance explained"),
            new OutputSpec("log_likelihood", OutputShape.Scalar, "Gaussian, maximum-likelihood variance"),
            new OutputSpec("aic", OutputShape.Scalar, "k + 1 parameters"),
            new OutputSpec("bic", OutputShape.Scalar, "k + 1 parameters"),
            new OutputSpec("impact_term", OutputShape.Vector, "regressors without the constant"),
            new OutputSpec("direct", OutputShape.Vector, "coefficient of the own term"),
            new OutputSpec("indirect", OutputShape.Vector, "coefficient of its spatial lag"),
            new OutputSpec("total", OutputShape.Vector, "sum of both"),
            new OutputSpec("total_std_error", OutputShape.Vector, "from the covariance of both"),
        ],
        SpatialSample.Read,
        SpatiallyLaggedRegressors.Estimate);
}
