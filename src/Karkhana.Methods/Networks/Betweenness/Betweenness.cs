namespace Karkhana.Methods.Networks;

/// <summary>How often a node lies on shortest directed paths between others.</summary>
public static class Betweenness
{
    /// <summary>Adds up the shares of shortest paths through each node.</summary>
    /// <remarks>
    /// Σ over ordered pairs (s, t) of σ_st(v) / σ_st, each tie of length 1, not normalised. Cost: n × (n + m).
    /// Source: Freeman 1977, doi:10.2307/3033543; Brandes 2001, doi:10.1080/0022250X.2001.9990249.
    /// Agrees with: igraph 1.3.5 betweenness (directed), relative 1e-12 on the worked example of the framework.
    /// </remarks>
    /// <param name="graph">The network; values are ignored.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The betweenness of each node.</returns>
    public static IReadOnlyList<double> Estimate(Graph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        int n = graph.NodeCount;
        double[] betweenness = new double[n];
        int[] distance = new int[n];
        double[] paths = new double[n];
        double[] dependency = new double[n];
        int[] visited = new int[n];
        for (int start = 0; start < n; start++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int count = Visit(graph, start, distance, paths, visited);
            Array.Clear(dependency);
            for (int k = count - 1; k >= 0; k--)
            {
                int node = visited[k];
                foreach (int target in graph.Targets(node))
                {
                    if (distance[target] == distance[node] + 1)
                    {
                        dependency[node] += paths[node] / paths[target] * (1 + dependency[target]);
                    }
                }

                betweenness[node] += node == start ? 0 : dependency[node];
            }
        }

        return betweenness;
    }

    private static int Visit(Graph graph, int start, int[] distance, double[] paths, int[] visited)
    {
        Array.Fill(distance, -1);
        Array.Clear(paths);
        (distance[start], paths[start], visited[0]) = (0, 1, start);
        int count = 1;
        for (int k = 0; k < count; k++)
        {
            int node = visited[k];
            foreach (int target in graph.Targets(node))
            {
                if (distance[target] < 0)
                {
                    distance[target] = distance[node] + 1;
                    visited[count++] = target;
                }

                paths[target] += distance[target] == distance[node] + 1 ? paths[node] : 0;
            }
        }

        return count;
    }
}
