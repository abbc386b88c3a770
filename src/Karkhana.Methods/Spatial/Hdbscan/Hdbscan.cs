using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Clusters of points of different density, without a radius to choose.</summary>
public static class Hdbscan
{
    internal const string Source = "Campello, Moulavi & Sander 2013, doi:10.1007/978-3-642-37456-2_14; Campello, Moulavi, Zimek & Sander 2015, doi:10.1145/2733381";

    /// <summary>Finds the clusters, how firmly each point belongs, and how far out it is.</summary>
    /// <remarks>
    /// Core distance: the distance that holds min_points points, the point itself included. Mutual reachability of two
    /// points: the greatest of their distance and both core distances. Its minimum spanning tree gives the components at
    /// every distance; a component that loses fewer than min_cluster_size points at a split goes on, one that falls into
    /// two or more parts of that size ends there. With λ = 1/distance, the stability of a cluster is Σ (λ at which a point
    /// leaves − λ at which the cluster began). Eom takes the clusters that do not contain each other and are together
    /// most stable, a parent before its children on ties; leaf takes the smallest. All points together are no cluster.
    /// Membership: λ at which the point leaves over the greatest of its cluster, at most 1. Outlier score (GLOSH):
    /// 1 − λ at which it leaves over the greatest below the last cluster it was in. Equal distances are undone at once, so
    /// the order of rows does not matter; points on one spot part at half of the least positive distance. The tree is
    /// exact (Borůvka with a k-d tree), memory about 150 bytes a point. Cost: about n log n per round, log n rounds. Fewer
    /// points than min_points are all noise, with a note. Weights are not used; missing coordinates are refused.
    /// Source: Campello, Moulavi and Sander 2013, doi:10.1007/978-3-642-37456-2_14; Campello, Moulavi, Zimek and Sander
    /// 2015, doi:10.1145/2733381; tree: March, Ram and Gray 2010, doi:10.1145/1835804.1835882. Agrees with: core distances
    /// of R dbscan 1.1-11, relative 1e-9.
    /// </remarks>
    /// <param name="points">The points, at least one.</param>
    /// <param name="options">Density, least size, selection.</param>
    /// <param name="execution">Workers, for the core distances.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>A label per point.</returns>
    public static HdbscanResult Estimate(
        PointPattern points, HdbscanOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new HdbscanOptions();
        PlainPoints plain = PlainPoints.Of(points, options.Reference);
        Require.That(plain.Count > 0, nameof(points), "must have at least one point; it was empty");
        int leastSize = options.MinClusterSize ?? Math.Max(2, options.MinPoints);
        Provenance provenance = new(
            "spatial.hdbscan",
            FormattableString.Invariant(
                $"min_points = {options.MinPoints}, min_cluster_size = {leastSize}, selection = {options.Selection}, reference = {options.Reference ?? "null"}"),
            Source);
        if (plain.Count < Math.Max(2, options.MinPoints))
        {
            return TooFew(plain.Count, provenance);
        }

        ReachabilityTree reachability = new(plain);
        reachability.SetCore(ReplicateEngine.Local.Execute(
            new CoreDistanceJob(reachability, options.MinPoints), execution, cancellationToken).Values);
        CondensedTree tree = new(SpanningTree.Of(reachability, cancellationToken), leastSize);
        int[] owners = tree.Select(options.Selection);
        (int[] labels, int[] clusters) = Number(owners);
        double[] cores = new double[plain.Count];
        for (int place = 0; place < cores.Length; place++)
        {
            cores[reachability.Order[place]] = Math.Sqrt(reachability.Core[place]);
        }

        return new HdbscanResult
        {
            Labels = labels,
            Probabilities = [.. owners.Select((cluster, point) => cluster < 0 ? 0 : tree.Probability(point, cluster))],
            OutlierScores = tree.OutlierScores(),
            CoreDistances = cores,
            Stabilities = [.. clusters.Select(tree.Stability)],
            Provenance = provenance,
        };
    }

    private static (int[] Labels, int[] Clusters) Number(int[] owners)
    {
        Dictionary<int, int> numbers = [];
        int[] labels = new int[owners.Length];
        for (int point = 0; point < labels.Length; point++)
        {
            if (owners[point] >= 0)
            {
                numbers.TryAdd(owners[point], numbers.Count + 1);
                labels[point] = numbers[owners[point]];
            }
        }

        return (labels, [.. numbers.OrderBy(entry => entry.Value).Select(entry => entry.Key)]);
    }

    private static HdbscanResult TooFew(int points, Provenance provenance) => new()
    {
        Labels = new int[points],
        Probabilities = new double[points],
        OutlierScores = [.. Enumerable.Repeat(double.NaN, points)],
        CoreDistances = [.. Enumerable.Repeat(double.NaN, points)],
        Stabilities = [],
        Notes = [new Note("too-few-points", Severity.Warning, FormattableString.Invariant($"{points} points are fewer than min_points: none has a core distance, and all are noise."))],
        Provenance = provenance,
    };
}
