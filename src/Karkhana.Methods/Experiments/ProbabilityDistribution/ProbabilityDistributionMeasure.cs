using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Probability distributions as a measure.</summary>
public static class ProbabilityDistributionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } =
        Measure.Define<DistributionPoints, ProbabilityDistributionOptions, ProbabilityDistributionResult>(
            "experiments.probability-distribution",
            "Density, distribution and quantile functions.",
            ProbabilityDistribution.Source,
            [new InputSpec("points", "x (probabilities for quantiles)")],
            [new OutputSpec("x", OutputShape.Vector, "arguments"), new OutputSpec("value", OutputShape.Vector, "in the order of x")],
            DistributionPoints.Read,
            ProbabilityDistribution.Estimate);
}
