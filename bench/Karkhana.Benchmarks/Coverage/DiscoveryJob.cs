using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>Draws families of tests: one row per family, the share of false findings.</summary>
/// <param name="design">The families.</param>
/// <param name="families">How many.</param>
/// <param name="seed">The seed.</param>
public sealed class DiscoveryJob(DiscoveryDesign design, int families, ulong seed) : IReplicateJob<ReplicateRows>
{
    private const int Substream = 999;

    /// <inheritdoc/>
    public string Stage => "false discoveries";

    /// <inheritdoc/>
    public int Replicates => families;

    /// <inheritdoc/>
    public int BlockSize => 100;

    /// <inheritdoc/>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken) => new(
        1,
        [.. Enumerable.Range(range.First, range.Count).Select(
            family => design.FalseShare(new RandomStream(seed, RandomPurpose.SyntheticAnswers, family, Substream)))]);
}
