using Karkhana.Core.Execution;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Judges SYNTHETIC clusters of consecutive seeds; one row of <see cref="Acceptance"/> per seed.</summary>
/// <param name="options">How the pipeline runs.</param>
/// <param name="seeds">How many clusters; the first has the seed of the framework.</param>
public sealed class AcceptanceJob(AcceptanceOptions options, int seeds) : IReplicateJob<ReplicateRows>
{
    /// <inheritdoc/>
    public string Stage => "judging synthetic clusters";

    /// <inheritdoc/>
    public int Replicates => seeds;

    /// <inheritdoc/>
    public int BlockSize => 1;

    /// <inheritdoc/>
    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        List<double> rows = [];
        for (int i = 0; i < range.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SyntheticCluster cluster = new(SyntheticCluster.DefaultSeed + (ulong)(range.First + i), options.Effects);
            rows.AddRange(new AcceptanceTrial(cluster, options).Judge(cancellationToken).ToRow());
        }

        return new ReplicateRows(Acceptance.Width, [.. rows]);
    }
}
