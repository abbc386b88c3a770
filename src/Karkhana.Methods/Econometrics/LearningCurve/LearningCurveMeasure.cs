using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The learning curve as a measure.</summary>
public static class LearningCurveMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<CostHistory, LearningCurveOptions, LearningCurveResult>(
        "econometrics.learning-curve",
        "Experience curve: how cost falls with cumulative output.",
        LearningCurve.Source,
        [new InputSpec("sample", "cumulative, cost")],
        [
            new OutputSpec("term", OutputShape.Vector, "intercept and slope, or scale and slope"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors"),
            new OutputSpec("progress_ratio", OutputShape.Scalar, "2 to the power of the slope"),
            new OutputSpec("learning_rate", OutputShape.Scalar, "1 less the progress ratio"),
            new OutputSpec("learning_rate_low", OutputShape.Scalar, "lower limit"),
            new OutputSpec("learning_rate_high", OutputShape.Scalar, "upper limit"),
            new OutputSpec("residual_sum_of_squares", OutputShape.Scalar, "in logarithms, or in units of cost when nonlinear"),
        ],
        CostHistory.Read,
        LearningCurve.Estimate);
}
