using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How many pairs lie how many steps apart.</summary>
public static class GeodesicDistribution
{
    internal const string Source = "Wasserman & Faust 1994, doi:10.1017/CBO9780511815478";

    /// <summary>Counts ordered pairs by the length of their shortest path.</summary>
    /// <remarks>
    /// Each tie is one step; distance 0 holds the n pairs of a node with itself, "inf" the pairs without a path. Mean
    /// over reachable ordered pairs of different nodes, NaN when there is none; diameter: the largest finite distance.
    /// Cost: n × m time, n numbers per worker. Source: Wasserman and Faust 1994, doi:10.1017/CBO9780511815478, chapter
    /// 4. Agrees with: sna 2.7-1 geodist and igraph 1.3.5, exactly.
    /// </remarks>
    /// <param name="graph">The network; values are ignored.</param>
    /// <param name="options">Directions.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>Counts, mean and diameter.</returns>
    public static GeodesicDistributionResult Estimate(
        Graph graph, NetworkDirectionOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new NetworkDirectionOptions();
        int n = graph.NodeCount;
        double[] counts = n == 0
            ? []
            : ReplicateEngine.Local.Execute(
                new DistanceCountJob(options.Directed ? graph : graph.Undirected()), execution, cancellationToken).Values;
        int diameter = Array.FindLastIndex(counts, count => count > 0);
        double[] steps = [.. Enumerable.Range(0, diameter + 1).Select(step => (double)step)];
        double[] found = counts[..(diameter + 1)];
        double reached = Sums.Sum(found);
        return new GeodesicDistributionResult(
            [.. steps, double.PositiveInfinity],
            [.. found, ((double)n * n) - reached],
            Sums.Dot(steps, found) / (reached - n),
            n == 0 ? double.NaN : diameter,
            new Provenance("networks.geodesic-distribution", $"directed = {options.Directed}", Source));
    }
}
