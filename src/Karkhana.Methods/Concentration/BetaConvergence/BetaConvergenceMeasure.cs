using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Beta convergence as a measure.</summary>
public static class BetaConvergenceMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<RegionalGrowth, BetaConvergenceOptions, BetaConvergenceResult>(
            "concentration.beta-convergence",
            "Absolute beta convergence regression.",
            BetaConvergence.Source,
            [RegionalGrowth.Spec],
            [
                new OutputSpec("term", OutputShape.Vector, "intercept, log_start"),
                new OutputSpec("estimate", OutputShape.Vector, "coefficients"),
                new OutputSpec("std_error", OutputShape.Vector, "classical standard errors"),
                new OutputSpec("statistic", OutputShape.Vector, "t"),
                new OutputSpec("p_value", OutputShape.Vector, "two-sided"),
                new OutputSpec("r_squared", OutputShape.Scalar, "share of variance explained"),
                new OutputSpec("speed", OutputShape.Scalar, "per year"),
                new OutputSpec("half_life", OutputShape.Scalar, "years"),
            ],
            RegionalGrowth.Read,
            BetaConvergence.Estimate);
}
