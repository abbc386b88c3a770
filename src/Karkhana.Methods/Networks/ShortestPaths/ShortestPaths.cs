using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Distances from one node.</summary>
public static class ShortestPaths
{
    internal const string Source = "Dijkstra 1959, doi:10.1007/BF01386390";

    /// <summary>Finds the length of the shortest path to every node.</summary>
    /// <remarks>
    /// The number of ties along the path, or with values the sum of 1 / value (strength) or value (length); 0 for the
    /// node itself, infinite where no path leads. Cost: n + m, with values n + m log m. Source: Dijkstra 1959,
    /// doi:10.1007/BF01386390. Agrees with: igraph 1.3.5 distances, relative 1e-12.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">The source; directions and values.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at before the search.</param>
    /// <returns>The distances.</returns>
    /// <exception cref="ArgumentException">The source is not a node, or a value is not positive.</exception>
    public static ShortestPathsResult Estimate(
        Graph graph, ShortestPathsOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        int source = Array.IndexOf([.. graph.Nodes], options.Source);
        Require.That(source >= 0, nameof(options.Source), $"must be a node of the network; it was {options.Source}");
        Graph lengths = TieValues.Lengths(graph, options);
        PathSweep sweep = new(lengths, options.Weighted);
        sweep.From(source);
        return new ShortestPathsResult(
            graph.Nodes, [.. Enumerable.Range(0, graph.NodeCount).Select(sweep.Distance)],
            new Provenance("networks.shortest-paths", $"{options.InWords}, source = {options.Source}", Source));
    }
}
