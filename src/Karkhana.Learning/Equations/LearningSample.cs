using Karkhana.Core.Exchange;

namespace Karkhana.Learning;

/// <summary>What the equations of learning read; one entry per firm of the sample.</summary>
/// <param name="Firms">Positions of the firms in the register.</param>
/// <param name="Clustered">Whether each firm is clustered.</param>
/// <param name="Places">The place of each firm.</param>
/// <param name="Exposures">The exposures of all firms of the register.</param>
/// <param name="Scores">The scores of all firms of the register.</param>
/// <param name="Controls">What is held equal, by name: one value per firm of the sample, NaN when missing.</param>
public sealed record LearningSample(
    IReadOnlyList<int> Firms,
    IReadOnlyList<bool> Clustered,
    IReadOnlyList<string> Places,
    ExposureTable Exposures,
    ScoreTable Scores,
    IReadOnlyDictionary<string, double[]> Controls)
{
    /// <summary>Gets the seed of the draws of true scores.</summary>
    public ulong Seed { get; init; } = 2003;

    /// <summary>Gets further variables that equations may name, which are not held equal everywhere: answers of block M, roles,
    /// openness, performance. One value per firm of the sample, NaN when missing.</summary>
    public IReadOnlyDictionary<string, double[]> Variables { get; init; } = new Dictionary<string, double[]>();

    /// <summary>Gets where each firm stands, in metres on the study's plane; empty when not known.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; init; } = [];

    /// <summary>Gets the sampling weight of each firm, positive; empty when all weigh alike.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [];

    /// <summary>Gets the kind of place that each firm stands in (<c>urban</c>, <c>rural</c>, <c>other_town</c>), by which dispersed firms
    /// make control groups of their own; an empty text where not known, empty when no firm's is.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
