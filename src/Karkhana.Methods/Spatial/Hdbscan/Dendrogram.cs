namespace Karkhana.Methods.Spatial;

/// <summary>The joins of a spanning tree: node p below n is point p, node n + e is what edge e joins.</summary>
internal sealed class Dendrogram
{
    private readonly int _points;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _sizes;
    private readonly double[] _distances;

    public Dendrogram(SpanningTree tree)
    {
        int joins = tree.Distances.Length;
        _points = joins + 1;
        _left = new int[joins];
        _right = new int[joins];
        _sizes = new int[joins];
        _distances = tree.Distances;
        DisjointSets sets = new(_points);
        int[] top = [.. Enumerable.Range(0, _points)];
        for (int join = 0; join < joins; join++)
        {
            (int left, int right) = (sets.Find(tree.From[join]), sets.Find(tree.To[join]));
            (_left[join], _right[join]) = (top[left], top[right]);
            _sizes[join] = Size(_left[join]) + Size(_right[join]);
            sets.Join(left, right);
            top[sets.Find(left)] = _points + join;
        }
    }

    /// <summary>Gets the node of all points.</summary>
    public int Root => (2 * _points) - 2;

    /// <summary>Says whether a node is a single point.</summary>
    public bool IsPoint(int node) => node < _points;

    /// <summary>Gives the number of points of a node.</summary>
    public int Size(int node) => IsPoint(node) ? 1 : _sizes[node - _points];

    /// <summary>Gives the distance at which a node falls apart; 0 for a point.</summary>
    public double Distance(int node) => IsPoint(node) ? 0 : _distances[node - _points];

    /// <summary>Gives the parts into which a node falls: all joins at its own distance are undone at once, so that the
    /// order of equal edges does not matter.</summary>
    public void Parts(int node, List<int> parts)
    {
        parts.Clear();
        Stack<int> open = new([_left[node - _points], _right[node - _points]]);
        while (open.TryPop(out int part))
        {
            if (!IsPoint(part) && Distance(part) == Distance(node))
            {
                open.Push(_left[part - _points]);
                open.Push(_right[part - _points]);
            }
            else
            {
                parts.Add(part);
            }
        }
    }

    /// <summary>Gives the points of a node.</summary>
    public void Points(int node, List<int> points)
    {
        points.Clear();
        Stack<int> open = new([node]);
        while (open.TryPop(out int part))
        {
            if (IsPoint(part))
            {
                points.Add(part);
            }
            else
            {
                open.Push(_left[part - _points]);
                open.Push(_right[part - _points]);
            }
        }
    }
}
