using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>The K-density as a statistic of a pattern.</summary>
internal sealed class KdStatistic(KdFunctionOptions options) : ICurveStatistic
{
    private static readonly ExecutionOptions OneWorker = new() { Workers = 1 };
    private readonly KdFunctionKernel _kernel = new(options);

    public IReadOnlyList<double> Distances => options.Distances;

    public double[] Curve(PointPattern points, CancellationToken cancellationToken) =>
        Curve(PairSet.Of(points, options.Reference, options.Neighbour, options.Weighted, options.Metric), cancellationToken);

    private double[] Curve(PairSet pairs, CancellationToken cancellationToken) =>
        _kernel.Curve(pairs, [], OneWorker, cancellationToken).Values;

    /// <summary>Gives the fast way over the sites of a pattern, each point weighing 1.</summary>
    public IMemberStatistic OnSites(PointPattern sites) => new Members(this, sites);

    private sealed class Members(KdStatistic statistic, PointPattern sites) : IMemberStatistic
    {
        public Func<int[], double[]> ForMembers(int size) =>
            members => statistic.Curve(PairSet.Of(sites, members, statistic._kernel.Options.Metric), CancellationToken.None);
    }
}
