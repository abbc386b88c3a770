using Karkhana.Core.Errors;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Which firms make up which part of the cross-fitting, so that others can weight them again.</summary>
/// <remarks>Parts are drawn, and no other program draws the same.</remarks>
public static class ComparisonParts
{
    /// <summary>Gives the part of each firm.</summary>
    /// <remarks>Nothing is kept from the comparison: parts have addresses and come out the same. Cost: draws × cross-fitting.</remarks>
    /// <param name="sample">The sample that was compared, or one with more variables and the same seed.</param>
    /// <param name="adjusted">The adjusted equation of <see cref="ClusterComparisonResult.Equations"/>.</param>
    /// <param name="options">What was asked of the comparison.</param>
    /// <returns>By draw: the part of each firm of the equation, from 0.</returns>
    /// <exception cref="ArgumentException">The firms cannot be compared in this way.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Of(LearningSample sample, LearningFit adjusted, ClusterComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(adjusted);
        ArgumentNullException.ThrowIfNull(options);
        Require.That(adjusted.Equation.Terms.Contains(ComparisonSample.Status), nameof(adjusted), $"must hold {ComparisonSample.Status}; it holds {string.Join(", ", adjusted.Equation.Terms)}");
        ComparisonSample compared = new(new LearningVariables(sample), adjusted, options.Equations.Draws);
        ClusterComparisonOptions once = options with { Permutations = 0 };
        return [.. compared.Draws.Select((draw, number) => AugmentedWeighting.Estimate(
            compared.Treatment(draw), ComparisonRuns.AugmentedOptions(compared, once, number)).Parts)];
    }
}
