using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>A system of equations as a measure.</summary>
public static class EquationSystemMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, EquationSystemOptions, EquationSystemResult>(
        "econometrics.equation-system",
        "System of linear equations by least squares, seemingly unrelated regressions, two or three stages.",
        EquationSystem.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights")],
        [
            new OutputSpec("term", OutputShape.Vector, "coefficient names, equation:term"),
            new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
            new OutputSpec("std_error", OutputShape.Vector, "standard errors"),
            new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
            new OutputSpec("conf_low", OutputShape.Vector, "lower limits"),
            new OutputSpec("conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("residual_covariance", OutputShape.Matrix, "equation by equation, from the first stage"),
        ],
        RegressionSample.Read,
        EquationSystem.Estimate);
}
