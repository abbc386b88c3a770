namespace Karkhana.Methods.Spatial;

/// <summary>A k-d tree that finds core distances, and the nearest point of another component by mutual
/// reachability.</summary>
/// <remarks>
/// Each node knows its rectangle, the least core distance below it and the component that all its points belong to, if it
/// is one. Distances are squared throughout. Ties need no order, so that many points on one spot are left at once.
/// </remarks>
internal sealed class ReachabilityTree
{
    private const int Leaf = 16;
    private const int Mixed = -1;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly List<Node> _nodes = [];

    public ReachabilityTree(PlainPoints points)
    {
        Order = [.. Enumerable.Range(0, points.Count)];
        Build(points, 0, points.Count);
        _x = [.. Order.Select(point => points.X[point])];
        _y = [.. Order.Select(point => points.Y[point])];
        Core = new double[points.Count];
    }

    /// <summary>Gets the point at each place of the tree.</summary>
    public int[] Order { get; }

    /// <summary>Gets the squared core distance at each place.</summary>
    public double[] Core { get; private set; }

    /// <summary>Gives the squared distance from a place to its k-th nearest, itself counted.</summary>
    public double SquaredCoreDistance(int place, Span<double> nearest)
    {
        nearest.Fill(double.PositiveInfinity);
        Search(0, place, nearest);
        return nearest[^1];
    }

    /// <summary>Takes the core distances.</summary>
    public void SetCore(double[] squared)
    {
        Core = squared;
        for (int node = _nodes.Count - 1; node >= 0; node--)
        {
            Node own = _nodes[node];
            own.LeastCore = own.IsLeaf
                ? squared.AsSpan(own.First, own.End - own.First).ToArray().Min()
                : Math.Min(_nodes[node + 1].LeastCore, _nodes[own.Right].LeastCore);
        }
    }

    /// <summary>Takes the component at each place.</summary>
    public void SetComponents(int[] components)
    {
        for (int node = _nodes.Count - 1; node >= 0; node--)
        {
            Node own = _nodes[node];
            if (own.IsLeaf)
            {
                int first = components[own.First];
                own.Component = components.AsSpan(own.First, own.End - own.First).ContainsAnyExcept(first) ? Mixed : first;
            }
            else
            {
                int left = _nodes[node + 1].Component;
                own.Component = left == _nodes[own.Right].Component ? left : Mixed;
            }
        }
    }

    /// <summary>Finds the place of another component that is nearest by mutual reachability, if nearer than the best so
    /// far.</summary>
    public void NearestOther(int place, int[] components, ref double best, ref int found) =>
        SearchOther(0, place, components, ref best, ref found);

    private int Build(PlainPoints points, int first, int end)
    {
        Node node = new(points, Order.AsSpan(first, end - first), first, end);
        int position = _nodes.Count;
        _nodes.Add(node);
        if (end - first > Leaf)
        {
            double[] along = node.HighX - node.LowX >= node.HighY - node.LowY ? points.X : points.Y;
            double[] keys = new double[end - first];
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] = along[Order[first + i]];
            }

            keys.AsSpan().Sort(Order.AsSpan(first, end - first));
            int middle = first + ((end - first) / 2);
            Build(points, first, middle);
            node.Right = Build(points, middle, end);
        }

        return position;
    }

    private void Search(int position, int place, Span<double> nearest)
    {
        Node node = _nodes[position];
        if (node.IsLeaf)
        {
            for (int i = node.First; i < node.End; i++)
            {
                Insert(Squared(place, i), nearest);
            }

            return;
        }

        (int near, int far) = Children(position, node, place);
        if (_nodes[near].Squared(_x[place], _y[place]) < nearest[^1])
        {
            Search(near, place, nearest);
        }

        if (_nodes[far].Squared(_x[place], _y[place]) < nearest[^1])
        {
            Search(far, place, nearest);
        }
    }

    private static void Insert(double squared, Span<double> nearest)
    {
        int place = nearest.Length - 1;
        if (!(squared < nearest[place]))
        {
            return;
        }

        while (place > 0 && nearest[place - 1] > squared)
        {
            nearest[place] = nearest[place - 1];
            place--;
        }

        nearest[place] = squared;
    }

    private void SearchOther(int position, int place, int[] components, ref double best, ref int found)
    {
        Node node = _nodes[position];
        if (node.IsLeaf)
        {
            LookThrough(node, place, components, ref best, ref found);
            return;
        }

        (int near, int far) = Children(position, node, place);
        if (MayHold(_nodes[near], place, components[place], best))
        {
            SearchOther(near, place, components, ref best, ref found);
        }

        if (MayHold(_nodes[far], place, components[place], best))
        {
            SearchOther(far, place, components, ref best, ref found);
        }
    }

    private void LookThrough(Node node, int place, int[] components, ref double best, ref int found)
    {
        for (int i = node.First; i < node.End; i++)
        {
            if (components[i] != components[place])
            {
                double reach = Math.Max(Squared(place, i), Math.Max(Core[place], Core[i]));
                if (reach < best)
                {
                    (best, found) = (reach, i);
                }
            }
        }
    }

    private bool MayHold(Node node, int place, int component, double best) =>
        node.Component != component && node.LeastCore < best && node.Squared(_x[place], _y[place]) < best;

    private (int Near, int Far) Children(int position, Node node, int place)
    {
        (int left, int right) = (position + 1, node.Right);
        return _nodes[left].Squared(_x[place], _y[place]) <= _nodes[right].Squared(_x[place], _y[place]) ? (left, right) : (right, left);
    }

    private double Squared(int left, int right)
    {
        double dx = _x[left] - _x[right];
        double dy = _y[left] - _y[right];
        return (dx * dx) + (dy * dy);
    }

    private sealed class Node
    {
        public Node(PlainPoints points, ReadOnlySpan<int> members, int first, int end)
        {
            (First, End) = (first, end);
            (LowX, HighX) = (points.X[members[0]], points.X[members[0]]);
            (LowY, HighY) = (points.Y[members[0]], points.Y[members[0]]);
            foreach (int point in members)
            {
                (LowX, HighX) = (Math.Min(LowX, points.X[point]), Math.Max(HighX, points.X[point]));
                (LowY, HighY) = (Math.Min(LowY, points.Y[point]), Math.Max(HighY, points.Y[point]));
            }
        }

        public int First { get; }

        public int End { get; }

        public double LowX { get; }

        public double HighX { get; }

        public double LowY { get; }

        public double HighY { get; }

        public int Right { get; set; }

        public double LeastCore { get; set; }

        public int Component { get; set; } = Mixed;

        public bool IsLeaf => Right == 0;

        /// <summary>Gives the squared distance from a place to the rectangle.</summary>
        public double Squared(double x, double y)
        {
            double dx = Math.Max(0, Math.Max(LowX - x, x - HighX));
            double dy = Math.Max(0, Math.Max(LowY - y, y - HighY));
            return (dx * dx) + (dy * dy);
        }
    }
}
