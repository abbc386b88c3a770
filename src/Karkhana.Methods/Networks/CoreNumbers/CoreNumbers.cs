namespace Karkhana.Methods.Networks;

/// <summary>The largest k such that a node belongs to a part in which every node has at least k neighbours.</summary>
public static class CoreNumbers
{
    /// <summary>Peels off the node of least degree again and again.</summary>
    /// <remarks>
    /// On the network with directions ignored. Cost: n² + m. Source: Seidman 1983, doi:10.1016/0378-8733(83)90028-X.
    /// Agrees with: igraph 1.3.5 coreness, exactly, on the worked example of the framework.
    /// </remarks>
    /// <param name="graph">The network; values are ignored.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The core number of each node.</returns>
    public static IReadOnlyList<int> Estimate(Graph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Graph merged = graph.Undirected();
        int n = merged.NodeCount;
        int[] degree = [.. Enumerable.Range(0, n).Select(node => merged.Targets(node).Length)];
        int[] core = new int[n];
        bool[] peeled = new bool[n];
        int level = 0;
        for (int step = 0; step < n; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int least = -1;
            for (int node = 0; node < n; node++)
            {
                least = !peeled[node] && (least < 0 || degree[node] < degree[least]) ? node : least;
            }

            level = Math.Max(level, degree[least]);
            core[least] = level;
            peeled[least] = true;
            foreach (int target in merged.Targets(least))
            {
                degree[target] -= peeled[target] ? 0 : 1;
            }
        }

        return core;
    }
}
