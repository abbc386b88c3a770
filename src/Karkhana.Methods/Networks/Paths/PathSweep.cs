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
    private readonly int[] _order;
    private readonly int[] _places;
    private readonly PriorityQueue<int, double> _waiting = new();
    private int _count;

    /// <summary>Initialises the work space.</summary>
    /// <param name="lengths">The network, its values the lengths.</param>
    /// <param name="valued">False when every length is 1.</param>
    public PathSweep(Graph lengths, bool valued)
    {
        _lengths = lengths;
        _valued = valued;
        _distances = new double[lengths.NodeCount];
        _order = new int[lengths.NodeCount];
        _places = new int[valued ? lengths.NodeCount : 0];
        Array.Fill(_distances, double.PositiveInfinity);
    }

    /// <summary>Gets the nodes reached by the last sweep, nearest first; the source leads.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, _count);

    /// <summary>Gets the distance of every node from the source; infinite where there is no path.</summary>
    public ReadOnlySpan<double> Distances => _distances;

    /// <summary>Finds the distances from a node.</summary>
    public void From(int source)
    {
        foreach (int node in Order)
        {
            _distances[node] = double.PositiveInfinity;
        }

        _count = 0;
        _distances[source] = 0;
        if (_valued)
        {
            Dijkstra(source);
        }
        else
        {
            BreadthFirst(source);
        }
    }

    /// <summary>Collects the targets that lie behind a reached node on shortest paths.</summary>
    /// <param name="node">The node.</param>
    /// <param name="next">Receives the targets; as long as the node has ties.</param>
    /// <returns>How many there are.</returns>
    public int Next(int node, Span<int> next)
    {
        int count = 0;
        ReadOnlySpan<int> targets = _lengths.Targets(node);
        double distance = _distances[node];
        if (!_valued)
        {
            double behind = distance + 1;
            double[] distances = _distances;
            foreach (int target in targets)
            {
                next[count] = target;
                count += distances[target] == behind ? 1 : 0;
            }

            return count;
        }

        ReadOnlySpan<double> lengths = _lengths.Values(node);
        for (int k = 0; k < targets.Length; k++)
        {
            // The place keeps a path from turning back along a tie that is lost in the rounding of a long path.
            int target = targets[k];
            next[count] = target;
            count += _places[target] > _places[node] && distance + lengths[k] <= _distances[target] * (1 + Tolerance) ? 1 : 0;
        }

        return count;
    }

    private void BreadthFirst(int source)
    {
        double[] distances = _distances;
        int[] order = _order;
        order[0] = source;
        int count = 1;
        for (int k = 0; k < count; k++)
        {
            double behind = distances[order[k]] + 1;
            foreach (int target in _lengths.Targets(order[k]))
            {
                if (distances[target] == double.PositiveInfinity)
                {
                    distances[target] = behind;
                    order[count++] = target;
                }
            }
        }

        _count = count;
    }

    private void Dijkstra(int source)
    {
        _waiting.Enqueue(source, 0);
        while (_waiting.TryDequeue(out int node, out double distance))
        {
            if (distance > _distances[node])
            {
                continue; // a nearer way was found after this one was noted
            }

            _places[node] = _count;
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
    }
}
