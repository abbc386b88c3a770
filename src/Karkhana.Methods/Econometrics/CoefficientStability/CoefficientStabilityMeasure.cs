using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Coefficient stability as a measure.</summary>
public static class CoefficientStabilityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<RegressionSample, CoefficientStabilityOptions, CoefficientStabilityResult>(
        "econometrics.coefficient-stability",
        "Oster's bounds: where a coefficient would go if what is not seen were like the controls (linear approximation).",
        CoefficientStability.Source,
        [new InputSpec("sample", RegressionSample.Roles + ", optional weights")],
        [
            new OutputSpec("estimate_short", OutputShape.Scalar, "coefficient without controls"),
            new OutputSpec("r_squared_short", OutputShape.Scalar, "R squared without controls"),
            new OutputSpec("estimate_full", OutputShape.Scalar, "coefficient with controls"),
            new OutputSpec("r_squared_full", OutputShape.Scalar, "R squared with controls"),
            new OutputSpec("r_max", OutputShape.Scalar, "R squared taken to be reachable"),
            new OutputSpec("beta_star", OutputShape.Scalar, "adjusted coefficient"),
            new OutputSpec("delta_zero", OutputShape.Scalar, "proportional selection at which the coefficient would be 0"),
        ],
        RegressionSample.Read,
        CoefficientStability.Estimate);
}
