using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>Chooses the statistic and the fastest way that gives the same curves.</summary>
internal sealed class CurveTestRun(PointPattern points, CurveTestOptions options, NullModelSampler sampler)
{
    private bool Plain =>
        (options.Neighbour is null || options.Neighbour == options.Reference)
        && !(options.Weighted && points.Weights.Length > 0)
        && options.NullModel is NullModel.RandomLocation or NullModel.RandomLabelling;

    /// <summary>Computes the observed and the simulated curves.</summary>
    public (double[] Observed, ReplicateRows Simulated) Curves(
        ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ICurveStatistic statistic = Statistic();
        int width = options.Distances.Count;
        IMemberStatistic? members = Members(statistic, execution, cancellationToken);
        if (members is null)
        {
            return (
                statistic.Curve(points, cancellationToken),
                CurveSimulation.Run(options.Replicates, "random patterns", statistic, sampler.Draw, execution, cancellationToken));
        }

        bool[] flags = points.Are(options.Reference);
        int[] cases = [.. Enumerable.Range(0, points.Count).Where(i => flags[i])];
        return (
            members.ForMembers(cases.Length)(cases),
            CurveSimulation.Run(options.Replicates, width, members, sampler, execution, cancellationToken));
    }

    private IMemberStatistic? Members(
        ICurveStatistic statistic, ExecutionOptions? execution, CancellationToken cancellationToken) => statistic switch
        {
            _ when !Plain => null,
            KdStatistic kd => kd.OnSites(points),
            MFunctionStatistic when options.Metric == DistanceMetric.Planar => new MFunctionStatistic.Members(
                NeighbourTotals.Of(points, options.Distances, execution, cancellationToken)),
            _ => null,
        };

    private ICurveStatistic Statistic() => options.Statistic switch
    {
        CurveTestStatistic.Kd => new KdStatistic(new KdFunctionOptions
        {
            Distances = options.Distances,
            Reference = options.Reference,
            Neighbour = options.Neighbour,
            Weighted = options.Weighted,
            Bandwidth = options.Bandwidth,
            BandwidthFactor = options.BandwidthFactor,
            Metric = options.Metric,
        }),
        CurveTestStatistic.MFunction => new MFunctionStatistic(
            new MFunctionOptions { Distances = options.Distances, Reference = options.Reference, Neighbour = options.Neighbour },
            options.Weighted,
            options.Metric == DistanceMetric.Planar ? null : NeighbourSearch.Of(points, options.Metric)),
        _ => new MDensityStatistic(
            new MDensityFunctionOptions
            {
                Distances = options.Distances,
                Reference = options.Reference,
                Neighbour = options.Neighbour,
                BandwidthFactor = options.BandwidthFactor,
                Metric = options.Metric,
            },
            options.Weighted),
    };
}
