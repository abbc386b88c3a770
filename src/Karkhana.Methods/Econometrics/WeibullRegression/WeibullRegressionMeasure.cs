using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Weibull regression as a measure.</summary>
public static class WeibullRegressionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<SurvivalRegressionSample, WeibullRegressionOptions, WeibullRegressionResult>(
        "econometrics.weibull-regression",
        "Weibull accelerated failure time regression.",
        WeibullRegression.Source,
        [new InputSpec("sample", SurvivalRegressionSample.Roles)],
        [
            .. CoefficientOutputs.Specs,
            new OutputSpec("time_ratio", OutputShape.Vector, "exp(estimate)"),
            new OutputSpec("hazard_ratio", OutputShape.Vector, "exp(−estimate/scale)"),
            new OutputSpec("scale", OutputShape.Scalar, "scale of log time; the Weibull shape is 1/scale"),
            new OutputSpec("scale_std_error", OutputShape.Scalar, "its standard error"),
            new OutputSpec("events", OutputShape.Scalar, "number of events"),
            .. CoefficientOutputs.LikelihoodSpecs,
            new OutputSpec("covariance_matrix", OutputShape.Matrix, "term by term"),
        ],
        SurvivalRegressionSample.Read,
        WeibullRegression.Estimate);
}
