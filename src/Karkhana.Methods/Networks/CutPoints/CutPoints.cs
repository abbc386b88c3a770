using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>Nodes and ties without which a network falls apart.</summary>
public static class CutPoints
{
    internal const string Source = "Hopcroft & Tarjan 1973, doi:10.1145/362248.362272";

    /// <summary>Finds cut points, bridges and blocks.</summary>
    /// <remarks>
    /// A cut point (a bridge) is a node (a tie) whose removal increases the number of components; a biconnected
    /// component is a largest part without a cut point of its own, a bridge included. Directions and values are
    /// ignored; isolates are in no biconnected component. Cost: linear in n + m. Source: Hopcroft and Tarjan 1973,
    /// doi:10.1145/362248.362272. Agrees with: igraph 1.3.5 and networkx 2.8.8, exactly.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at before the search.</param>
    /// <returns>The cut points in the order of the nodes, and two counts.</returns>
    public static CutPointsResult Estimate(
        Graph graph, NetworkWithoutOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        cancellationToken.ThrowIfCancellationRequested();
        BlockSearch search = new(graph.Undirected());
        search.Run();
        return new CutPointsResult(
            [.. graph.Nodes.Where((_, node) => search.Cuts[node])], search.Bridges, search.Blocks,
            new Provenance("networks.cut-points", "", Source));
    }
}
