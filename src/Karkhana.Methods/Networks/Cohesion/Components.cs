namespace Karkhana.Methods.Networks;

/// <summary>Weak and strong components of a graph.</summary>
internal static class Components
{
    /// <summary>Numbers the weak components.</summary>
    /// <returns>The component of each node, from 0.</returns>
    public static int[] Weak(Graph graph)
    {
        int[] parent = [.. Enumerable.Range(0, graph.NodeCount)];
        int Root(int node)
        {
            while (parent[node] != node)
            {
                parent[node] = parent[parent[node]];
                node = parent[node];
            }

            return node;
        }

        foreach ((int from, int to, double _) in graph.Ties())
        {
            parent[Root(from)] = Root(to);
        }

        Dictionary<int, int> numbers = [];
        return [.. Enumerable.Range(0, graph.NodeCount).Select(node =>
        {
            int root = Root(node);
            numbers.TryAdd(root, numbers.Count);
            return numbers[root];
        })];
    }

    /// <summary>Counts the strong components.</summary>
    /// <returns>The number.</returns>
    public static int StrongCount(Graph graph) => graph.NodeCount == 0 ? 0 : Strong(graph).Max() + 1;

    /// <summary>Numbers the strong components (Tarjan 1972, without recursion); no tie runs to a higher
    /// number.</summary>
    /// <returns>The component of each node, from 0.</returns>
    public static int[] Strong(Graph graph)
    {
        int n = graph.NodeCount;
        int[] order = new int[n];
        int[] low = new int[n];
        int[] next = new int[n];
        bool[] open = new bool[n];
        int[] numbers = new int[n];
        Stack<int> path = new();
        Stack<int> held = new();
        int visited = 0;
        int components = 0;
        for (int start = 0; start < n; start++)
        {
            if (order[start] == 0)
            {
                Visit(start);
            }

            while (path.TryPeek(out int node))
            {
                ReadOnlySpan<int> targets = graph.Targets(node);
                if (next[node] < targets.Length)
                {
                    Step(node, targets[next[node]++]);
                    continue;
                }

                Close(node);
            }
        }

        return numbers;

        void Visit(int node)
        {
            order[node] = low[node] = ++visited;
            open[node] = true;
            path.Push(node);
            held.Push(node);
        }

        void Step(int node, int target)
        {
            if (order[target] == 0)
            {
                Visit(target);
            }
            else if (open[target])
            {
                low[node] = Math.Min(low[node], order[target]);
            }
        }

        void Close(int node)
        {
            path.Pop();
            if (path.TryPeek(out int above))
            {
                low[above] = Math.Min(low[above], low[node]);
            }

            if (low[node] == order[node])
            {
                int member;
                do
                {
                    member = held.Pop();
                    open[member] = false;
                    numbers[member] = components;
                }
                while (member != node);
                components++;
            }
        }
    }
}
