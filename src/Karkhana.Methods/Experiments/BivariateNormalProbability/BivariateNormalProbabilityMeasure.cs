using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Bivariate normal probabilities as a measure.</summary>
public static class BivariateNormalProbabilityMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<CorrelatedPoints, BivariateNormalProbabilityOptions, BivariateNormalProbabilityResult>(
            "experiments.bivariate-normal-probability",
            "Lower-orthant probability of the standard bivariate normal.",
            BivariateNormalProbability.Source,
            [new InputSpec("points", "x, y, rho")],
            [
                new OutputSpec("point", OutputShape.Vector, "rows of the input from 1"),
                new OutputSpec("value", OutputShape.Vector, "in the order of the input"),
            ],
            CorrelatedPoints.Read,
            BivariateNormalProbability.Estimate);
}
