using Karkhana.Core.Randomness;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Samples with known truth, and an estimator that is judged on them.</summary>
/// <param name="Family">The family of estimators.</param>
/// <param name="Name">The estimator and the samples.</param>
/// <param name="Replicates">How many samples a whole run draws.</param>
/// <param name="Draw">Draws a sample and judges the estimator on it.</param>
public sealed record CoverageDesign(string Family, string Name, int Replicates, Func<RandomStream, CoverageTrial> Draw)
{
    /// <summary>Gets why an estimator is known not to keep the band in this design; empty where it should.</summary>
    public string Known { get; init; } = "";

    /// <summary>Gets why intervals are known to be wider than they say; empty where they should not be. Tests hold such a design to the other side of the band.</summary>
    public string Careful { get; init; } = "";

    /// <summary>Gives all designs.</summary>
    /// <returns>The designs, in the order of the table.</returns>
    public static IReadOnlyList<CoverageDesign> All() =>
    [
        .. LinearDesigns.All(), .. GroupDesigns.All(), .. LikelihoodDesigns.All(), .. SpatialDesigns.All(), .. ComparisonDesigns.All(), .. LearningDesigns.All(),
        .. ModelDesigns.All(),
    ];
}
