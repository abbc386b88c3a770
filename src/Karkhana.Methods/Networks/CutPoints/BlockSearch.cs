namespace Karkhana.Methods.Networks;

/// <summary>A search in depth that sees how far up each branch is tied (Hopcroft and Tarjan 1973), without
/// recursion.</summary>
internal sealed class BlockSearch(Graph merged)
{
    private readonly int[] _order = new int[merged.NodeCount];
    private readonly int[] _low = new int[merged.NodeCount];
    private readonly int[] _next = new int[merged.NodeCount];
    private readonly int[] _parents = new int[merged.NodeCount];
    private readonly Stack<int> _path = new();
    private int _visited;

    /// <summary>Gets whether each node is a cut point.</summary>
    public bool[] Cuts { get; } = new bool[merged.NodeCount];

    /// <summary>Gets the number of bridges.</summary>
    public int Bridges { get; private set; }

    /// <summary>Gets the number of biconnected components.</summary>
    public int Blocks { get; private set; }

    /// <summary>Searches all parts.</summary>
    public void Run()
    {
        for (int root = 0; root < merged.NodeCount; root++)
        {
            if (_order[root] > 0)
            {
                continue;
            }

            int branches = 0;
            _parents[root] = -1;
            Enter(root);
            while (_path.TryPeek(out int node))
            {
                ReadOnlySpan<int> targets = merged.Targets(node);
                if (_next[node] < targets.Length)
                {
                    Step(node, targets[_next[node]++]);
                    continue;
                }

                _path.Pop();
                if (_path.TryPeek(out int above))
                {
                    branches += above == root ? 1 : 0;
                    Close(node, above, isRoot: above == root);
                }
            }

            // A root holds its branches together only when there is more than one.
            Cuts[root] = branches > 1;
        }
    }

    private void Enter(int node)
    {
        _order[node] = _low[node] = ++_visited;
        _path.Push(node);
    }

    private void Step(int node, int target)
    {
        if (_order[target] == 0)
        {
            _parents[target] = node;
            Enter(target);
        }
        else if (target != _parents[node])
        {
            _low[node] = Math.Min(_low[node], _order[target]);
        }
    }

    private void Close(int node, int above, bool isRoot)
    {
        _low[above] = Math.Min(_low[above], _low[node]);
        Blocks += _low[node] >= _order[above] ? 1 : 0;
        Bridges += _low[node] > _order[above] ? 1 : 0;
        Cuts[above] |= !isRoot && _low[node] >= _order[above];
    }
}
