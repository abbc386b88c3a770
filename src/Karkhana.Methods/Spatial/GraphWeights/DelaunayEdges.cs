namespace Karkhana.Methods.Spatial;

/// <summary>The edges of the Delaunay triangulation of different points, by divide and conquer.</summary>
/// <remarks>
/// Points are sorted along x, then y; halves are triangulated and joined from the lower to the upper common tangent. All
/// signs are exact, so any input ends; points on a line give the chain along it; of several points on one circle the
/// order of the coordinates decides which diagonals are drawn, never the order of the rows. An edge is a pair of
/// directed
/// halves 2e and 2e + 1; each knows its origin and its neighbours around that origin. Cost: n log n. Source: Guibas and
/// Stolfi 1985, doi:10.1145/282918.282923.
/// </remarks>
internal sealed class DelaunayEdges
{
    private readonly ExactPlane _plane;
    private readonly int[] _order;
    private readonly List<int> _origin = [];
    private readonly List<int> _next = []; // counterclockwise around the origin
    private readonly List<int> _previous = []; // clockwise around the origin
    private readonly List<bool> _removed = [];

    private DelaunayEdges(double[] x, double[] y, ExactPlane plane)
    {
        _plane = plane;
        _order = [.. Enumerable.Range(0, x.Length).OrderBy(i => x[i]).ThenBy(i => y[i])];
    }

    /// <summary>Gives each edge once.</summary>
    /// <param name="x">The eastings.</param>
    /// <param name="y">The northings; no two points on one spot.</param>
    /// <param name="plane">The signs over the same points.</param>
    public static List<(int From, int To)> Of(double[] x, double[] y, ExactPlane plane)
    {
        DelaunayEdges edges = new(x, y, plane);
        if (x.Length >= 2)
        {
            edges.Triangulate(0, x.Length);
        }

        List<(int From, int To)> pairs = [];
        for (int half = 0; half < edges._origin.Count; half += 2)
        {
            if (!edges._removed[half / 2])
            {
                pairs.Add((edges._origin[half], edges._origin[half + 1]));
            }
        }

        return pairs;
    }

    /// <summary>Triangulates a range and gives the halves along the hull from its leftmost point counterclockwise and
    /// from its rightmost point clockwise.</summary>
    private (int Left, int Right) Triangulate(int first, int end)
    {
        if (end - first == 2)
        {
            int edge = Make(_order[first], _order[first + 1]);
            return (edge, edge ^ 1);
        }

        if (end - first == 3)
        {
            return Triangle(_order[first], _order[first + 1], _order[first + 2]);
        }

        int middle = first + ((end - first) / 2);
        (int leftOuter, int leftInner) = Triangulate(first, middle);
        (int rightInner, int rightOuter) = Triangulate(middle, end);
        return Join(leftOuter, leftInner, rightInner, rightOuter);
    }

    private (int Left, int Right) Triangle(int a, int b, int c)
    {
        int ab = Make(a, b);
        int bc = Make(b, c);
        Splice(ab ^ 1, bc);
        int turn = _plane.Orientation(a, b, c);
        if (turn == 0)
        {
            return (ab, bc ^ 1);
        }

        int ca = Connect(bc, ab);
        return turn > 0 ? (ab, bc ^ 1) : (ca ^ 1, ca);
    }

    private (int Left, int Right) Join(int leftOuter, int leftInner, int rightInner, int rightOuter)
    {
        while (true)
        {
            if (LeftOf(_origin[rightInner], leftInner))
            {
                leftInner = AroundLeft(leftInner);
            }
            else if (RightOf(_origin[leftInner], rightInner))
            {
                rightInner = _next[rightInner ^ 1];
            }
            else
            {
                break;
            }
        }

        int lower = Connect(rightInner ^ 1, leftInner);
        leftOuter = _origin[leftInner] == _origin[leftOuter] ? lower ^ 1 : leftOuter;
        rightOuter = _origin[rightInner] == _origin[rightOuter] ? lower : rightOuter;
        Rise(lower);
        return (leftOuter, rightOuter);
    }

    /// <summary>Draws the cross edges from the lower common tangent up.</summary>
    private void Rise(int lower)
    {
        while (true)
        {
            int left = Candidate(lower, _next[lower ^ 1], around: _next);
            int right = Candidate(lower, _previous[lower], around: _previous);
            bool useLeft = Above(left, lower);
            bool useRight = Above(right, lower);
            if (!useLeft && !useRight)
            {
                return;
            }

            bool preferRight = !useLeft || (useRight && _plane.InCircle(_origin[left ^ 1], _origin[left], _origin[right], _origin[right ^ 1]) > 0);
            lower = preferRight ? Connect(right, lower ^ 1) : Connect(lower ^ 1, left ^ 1);
        }
    }

    /// <summary>Removes the edges of one side that the next candidate's circle does not allow.</summary>
    private int Candidate(int lower, int candidate, List<int> around)
    {
        while (Above(candidate, lower)
            && _plane.InCircle(_origin[lower ^ 1], _origin[lower], _origin[candidate ^ 1], _origin[around[candidate] ^ 1]) > 0)
        {
            int following = around[candidate];
            Remove(candidate);
            candidate = following;
        }

        return candidate;
    }

    private bool Above(int candidate, int lower) => RightOf(_origin[candidate ^ 1], lower);

    private bool LeftOf(int point, int edge) => _plane.Orientation(point, _origin[edge], _origin[edge ^ 1]) > 0;

    private bool RightOf(int point, int edge) => _plane.Orientation(point, _origin[edge ^ 1], _origin[edge]) > 0;

    /// <summary>Gives the next edge of the face on the left of an edge.</summary>
    private int AroundLeft(int edge) => _previous[edge ^ 1];

    private int Make(int from, int to)
    {
        int half = _origin.Count;
        _origin.AddRange([from, to]);
        _next.AddRange([half, half + 1]);
        _previous.AddRange([half, half + 1]);
        _removed.Add(false);
        return half;
    }

    /// <summary>Joins or parts the rings around the origins of two halves.</summary>
    private void Splice(int a, int b)
    {
        (int afterA, int afterB) = (_next[a], _next[b]);
        (_next[a], _next[b]) = (afterB, afterA);
        (_previous[afterA], _previous[afterB]) = (b, a);
    }

    /// <summary>Draws an edge from the end of one half to the origin of another, so that both lie on its left
    /// face.</summary>
    private int Connect(int a, int b)
    {
        int edge = Make(_origin[a ^ 1], _origin[b]);
        Splice(edge, AroundLeft(a));
        Splice(edge ^ 1, b);
        return edge;
    }

    private void Remove(int edge)
    {
        Splice(edge, _previous[edge]);
        Splice(edge ^ 1, _previous[edge ^ 1]);
        _removed[edge / 2] = true;
    }
}
