using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How many neighbours the neighbours of a node have.</summary>
public static class NeighbourDegree
{
    internal const string Source = "Pastor-Satorras, Vázquez & Vespignani 2001, doi:10.1103/PhysRevLett.87.258701";

    /// <summary>Averages the degrees of the neighbours.</summary>
    /// <remarks>
    /// knn_i = mean degree of the nodes adjacent to i, NaN for isolates; directions and values are ignored. Cost: n +
    /// m. Source: Pastor-Satorras, Vázquez and Vespignani 2001, doi:10.1103/PhysRevLett.87.258701. Agrees with: igraph
    /// 1.3.5 knn, relative 1e-12.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at before the pass.</param>
    /// <returns>The mean of each node.</returns>
    public static NodeScoresResult Estimate(
        Graph graph, NetworkWithoutOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        cancellationToken.ThrowIfCancellationRequested();
        Graph merged = graph.Undirected().WithValues(_ => 1);
        double[] degrees = [.. Enumerable.Range(0, merged.NodeCount).Select(node => (double)merged.Targets(node).Length)];
        double[] sums = new double[degrees.Length];
        merged.Multiply(degrees, sums);
        return new NodeScoresResult(
            "Neighbours' degree", graph.Nodes, [.. sums.Zip(degrees, (sum, degree) => sum / degree)], [],
            new Provenance("networks.neighbour-degree", "", Source));
    }
}
