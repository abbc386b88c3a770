using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>Computes a statistic of many patterns; every simulated curve in the product is meant to come from
/// here.</summary>
public static class CurveSimulation
{
    /// <summary>Computes the curves of patterns.</summary>
    /// <remarks>The same bits for any number of workers, as long as <paramref name="pattern"/> depends on the number of
    /// the replicate alone.</remarks>
    /// <param name="replicates">How many patterns.</param>
    /// <param name="stage">The stage named in progress reports.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="pattern">Makes the pattern of a replicate; called from several threads at once.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between patterns.</param>
    /// <returns>One curve per row.</returns>
    public static ReplicateRows Run(
        int replicates,
        string stage,
        ICurveStatistic statistic,
        Func<int, PointPattern> pattern,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentNullException.ThrowIfNull(pattern);
        Job job = new(
            stage, replicates, statistic.Distances.Count,
            () => replicate => statistic.Curve(pattern(replicate), cancellationToken));
        return ReplicateEngine.Local.Execute(job, execution, cancellationToken);
    }

    /// <summary>Computes the curves of drawn sets of reference points by the fast way of a statistic.</summary>
    internal static ReplicateRows Run(
        int replicates,
        int width,
        IMemberStatistic statistic,
        NullModelSampler sampler,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        Job job = new("random sites", replicates, width, () =>
        {
            Func<int[], double[]> curve = statistic.ForMembers(sampler.Size);
            return replicate => curve(sampler.Members(replicate));
        });
        return ReplicateEngine.Local.Execute(job, execution, cancellationToken);
    }

    private sealed class Job(string stage, int replicates, int width, Func<Func<int, double[]>> makeCurve)
        : IReplicateJob<ReplicateRows>
    {
        public string Stage => stage;

        public int Replicates => replicates;

        public int BlockSize => Math.Max(4, Replicates / 512); // blocks are joined one by one

        public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            Func<int, double[]> curve = makeCurve();
            double[] values = new double[range.Count * width];
            for (int s = 0; s < range.Count; s++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                curve(range.First + s).CopyTo(values, s * width);
            }

            return new ReplicateRows(width, values);
        }
    }
}
