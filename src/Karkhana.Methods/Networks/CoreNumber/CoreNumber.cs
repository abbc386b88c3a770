using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>The largest k such that a node belongs to a part in which every node has at least k ties.</summary>
public static class CoreNumber
{
    internal const string Source = "Seidman 1983, doi:10.1016/0378-8733(83)90028-X; Batagelj & Zaversnik 2003, arXiv:cs/0310049";

    /// <summary>Peels off the node of least degree again and again.</summary>
    /// <remarks>
    /// The k-core is the largest part in which every node has degree ≥ k within the part. Directed: degree is ties
    /// sent, received or both (a mutual dyad counts 2); not directed: neighbours. Values are ignored. Cost: linear in n
    /// + m, by sorting nodes into bins of equal degree. Source: Seidman 1983, doi:10.1016/0378-8733(83)90028-X;
    /// Batagelj and Zaversnik 2003, arXiv:cs/0310049. Agrees with: igraph 1.3.5 coreness, sna 2.7-1 kcores and networkx
    /// 2.8.8, exactly.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Directions and degree.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at before the peeling.</param>
    /// <returns>The core number of each node; isolates have 0.</returns>
    public static NodeScoresResult Estimate(
        Graph graph, CoreNumberOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new CoreNumberOptions();
        cancellationToken.ThrowIfCancellationRequested();
        return new NodeScoresResult(
            "Core number",
            graph.Nodes,
            [.. Peeled(graph, options).Select(core => (double)core)],
            [],
            new Provenance("networks.core-number", $"directed = {options.Directed}, mode = {options.Mode}", Source));
    }

    // When a node goes, those lose a tie that it is counted by: whoever counts ties sent loses those sent to it.
    private static int[] Peeled(Graph graph, CoreNumberOptions options)
    {
        if (!options.Directed)
        {
            Graph merged = graph.Undirected();
            return CorePeeling.Of(Degrees(merged), merged);
        }

        Graph reversed = graph.Reversed();
        return options.Mode switch
        {
            CoreDegree.In => CorePeeling.Of(Degrees(reversed), graph),
            CoreDegree.Out => CorePeeling.Of(Degrees(graph), reversed),
            _ => CorePeeling.Of([.. Degrees(graph).Zip(Degrees(reversed), (sent, received) => sent + received)], graph, reversed),
        };
    }

    private static int[] Degrees(Graph graph)
    {
        int[] degrees = new int[graph.NodeCount];
        for (int node = 0; node < degrees.Length; node++)
        {
            degrees[node] = graph.Targets(node).Length;
        }

        return degrees;
    }
}
