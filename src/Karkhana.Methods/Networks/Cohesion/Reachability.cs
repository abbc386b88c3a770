namespace Karkhana.Methods.Networks;

/// <summary>How many pairs of nodes reach each other along directed ties.</summary>
/// <param name="Reachable">Unordered pairs of which at least one reaches the other.</param>
/// <param name="Mutual">Unordered pairs that reach each other.</param>
internal sealed record Reachability(double Reachable, double Mutual)
{
    public static Reachability Of(Graph graph, CancellationToken cancellationToken)
    {
        int n = graph.NodeCount;
        double ordered = 0;
        double bothWays = 0;
        int[] strong = StrongLabels(graph, cancellationToken, out double[] reached);
        for (int node = 0; node < n; node++)
        {
            ordered += reached[node];
        }

        foreach (IGrouping<int, int> component in strong.GroupBy(label => label))
        {
            double size = component.Count();
            bothWays += size * (size - 1) / 2;
        }

        return new Reachability(ordered - bothWays, bothWays);
    }

    /// <summary>Visits every node from every node; two nodes that reach each other carry the label of the lesser
    /// one.</summary>
    private static int[] StrongLabels(Graph graph, CancellationToken cancellationToken, out double[] reached)
    {
        int n = graph.NodeCount;
        Graph reversed = Graph.Of(graph.Nodes, graph.Ties().Select(tie => (tie.To, tie.From, tie.Value)));
        int[] labels = new int[n];
        Array.Fill(labels, -1);
        reached = new double[n];
        bool[] forward = new bool[n];
        bool[] backward = new bool[n];
        for (int start = 0; start < n; start++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reached[start] = Visit(graph, start, forward);
            if (labels[start] >= 0)
            {
                continue;
            }

            Visit(reversed, start, backward);
            for (int node = 0; node < n; node++)
            {
                if (forward[node] && backward[node])
                {
                    labels[node] = start;
                }
            }
        }

        return labels;
    }

    private static int Visit(Graph graph, int start, bool[] seen)
    {
        Array.Clear(seen);
        Queue<int> waiting = new([start]);
        seen[start] = true;
        int count = 0;
        while (waiting.TryDequeue(out int node))
        {
            foreach (int target in graph.Targets(node))
            {
                if (!seen[target])
                {
                    seen[target] = true;
                    count++;
                    waiting.Enqueue(target);
                }
            }
        }

        return count;
    }
}
