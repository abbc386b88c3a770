namespace Karkhana.Methods.Networks;

/// <summary>Shortest paths from one node at a time: breadth first, or by Dijkstra when ties have lengths.</summary>
/// <remarks>Cost of a sweep: the ties reached; times their logarithm when they have lengths. Not safe for several
/// threads.</remarks>
internal sealed class PathSweep
{
    /// <summary>Path lengths that differ by less than this share are equal: the rest is rounding.</summary>
    public const double Tolerance = 1e-10;

    private readonly Graph _lengths;
    private readonly bool _valued;
    private readonly double[] _distances;
    private readonly int[] _steps;
    private readonly int[] _order;
    private readonly int[] _next;
    private readonly int[] _starts;
    private readonly PriorityQueue<int, double> _waiting = new();
    private int _count;

    /// <summary>Initialises the work space.</summary>
    /// <param name="lengths">The network, its values the lengths.</param>
    /// <param name="valued">False when every length is 1.</param>
    /// <param name="next">Whether the ties along shortest paths are kept too.</param>
    public PathSweep(Graph lengths, bool valued, bool next = false)
    {
        _lengths = lengths;
        _valued = valued;
        int nodes = lengths.NodeCount;
        _distances = new double[valued ? nodes : 0];
        _steps = new int[nodes]; // breadth first: the distance; Dijkstra: the place in the order
        _order = new int[nodes];
        _next = new int[next ? lengths.TieCount + 1 : 0];
        _starts = new int[next ? nodes + 1 : 0];
        Array.Fill(_steps, -1);
        Array.Fill(_distances, double.PositiveInfinity);
    }

    /// <summary>Gets the nodes reached by the last sweep, nearest first; the source leads.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, _count);

    /// <summary>Gives the distance of a node from the source; infinite where there is no path.</summary>
    public double Distance(int node) => _valued ? _distances[node] : _steps[node] < 0 ? double.PositiveInfinity : _steps[node];

    /// <summary>Gives the nodes that lie behind the one at a place of the order on shortest paths.</summary>
    public ReadOnlySpan<int> Next(int place) => _next.AsSpan(_starts[place].._starts[place + 1]);

    /// <summary>Finds the distances from a node.</summary>
    public void From(int source)
    {
        foreach (int node in Order)
        {
            _steps[node] = -1;
        }

        if (!_valued && _next.Length > 0)
        {
            BreadthFirstWithNext(source);
        }
        else if (!_valued)
        {
            BreadthFirst(source);
        }
        else
        {
            Dijkstra(source);
        }
    }

    private void BreadthFirst(int source)
    {
        (int[] steps, int[] order) = (_steps, _order);
        (steps[source], order[0]) = (0, source);
        int count = 1;
        for (int place = 0; place < count; place++)
        {
            int behind = steps[order[place]] + 1;
            foreach (int target in _lengths.Targets(order[place]))
            {
                if (steps[target] < 0)
                {
                    steps[target] = behind;
                    order[count++] = target;
                }
            }
        }

        _count = count;
    }

    // One pass over the ties for both: this is where betweenness spends its time.
    private void BreadthFirstWithNext(int source)
    {
        (int[] steps, int[] order, int[] next) = (_steps, _order, _next);
        (steps[source], order[0]) = (0, source);
        int count = 1;
        int found = 0;
        for (int place = 0; place < count; place++)
        {
            _starts[place] = found;
            int behind = steps[order[place]] + 1;
            foreach (int target in _lengths.Targets(order[place]))
            {
                int step = steps[target];
                if (step < 0)
                {
                    step = behind;
                    steps[target] = behind;
                    order[count++] = target;
                }

                // Written always and kept only when it counts: cheaper than a jump that cannot be foreseen.
                next[found] = target;
                found += step == behind ? 1 : 0;
            }
        }

        _starts[count] = found;
        _count = count;
    }

    private void Dijkstra(int source)
    {
        foreach (int node in Order)
        {
            _distances[node] = double.PositiveInfinity;
        }

        _count = 0;
        _distances[source] = 0;
        _waiting.Enqueue(source, 0);
        while (_waiting.TryDequeue(out int node, out double distance))
        {
            if (_steps[node] >= 0)
            {
                continue; // a nearer way was found after this one was noted
            }

            _steps[node] = _count;
            _order[_count++] = node;
            ReadOnlySpan<int> targets = _lengths.Targets(node);
            ReadOnlySpan<double> lengths = _lengths.Values(node);
            for (int k = 0; k < targets.Length; k++)
            {
                double through = distance + lengths[k];
                if (through < _distances[targets[k]])
                {
                    _distances[targets[k]] = through;
                    _waiting.Enqueue(targets[k], through);
                }
            }
        }

        if (_next.Length > 0)
        {
            FindNext();
        }
    }

    private void FindNext()
    {
        int found = 0;
        for (int place = 0; place < _count; place++)
        {
            _starts[place] = found;
            int node = _order[place];
            double distance = _distances[node];
            ReadOnlySpan<int> targets = _lengths.Targets(node);
            ReadOnlySpan<double> lengths = _lengths.Values(node);
            for (int k = 0; k < targets.Length; k++)
            {
                // The place keeps a path from turning back along a tie that is lost in the rounding of a long path.
                int target = targets[k];
                _next[found] = target;
                found += _steps[target] > place && distance + lengths[k] <= _distances[target] * (1 + Tolerance) ? 1 : 0;
            }
        }

        _starts[_count] = found;
    }
}
