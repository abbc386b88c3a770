namespace Karkhana.Agglomeration;

/// <summary>The convex hull of places, counter-clockwise; a point or a segment when they do not spread.</summary>
internal sealed class ConvexHull
{
    // A place on an edge may be rounded to either side of it.
    private const double Rounding = 1e-10;

    private readonly (double X, double Y)[] _corners;

    private ConvexHull((double X, double Y)[] corners) => _corners = corners;

    /// <summary>Gets the corners.</summary>
    public IReadOnlyList<(double X, double Y)> Corners => _corners;

    /// <summary>Gets the middle of the enclosing rectangle and the distance from there that reaches all corners.</summary>
    public (double X, double Y, double Reach) Circle
    {
        get
        {
            double x = (_corners.Min(corner => corner.X) + _corners.Max(corner => corner.X)) / 2;
            double y = (_corners.Min(corner => corner.Y) + _corners.Max(corner => corner.Y)) / 2;
            double reach = _corners.Max(corner => Math.Sqrt(((corner.X - x) * (corner.X - x)) + ((corner.Y - y) * (corner.Y - y))));
            return (x, y, reach * (1 + Rounding));
        }
    }

    /// <summary>Makes the hull (Andrew's monotone chain).</summary>
    public static ConvexHull Of(IEnumerable<(double X, double Y)> places)
    {
        (double X, double Y)[] sorted = [.. places.Distinct().Order()];
        if (sorted.Length < 3)
        {
            return new ConvexHull(sorted);
        }

        List<(double X, double Y)> lower = Chain(sorted);
        List<(double X, double Y)> upper = Chain(sorted.Reverse());
        return new ConvexHull([.. lower.SkipLast(1), .. upper.SkipLast(1)]);
    }

    /// <summary>Says whether a place lies inside or on the rim.</summary>
    public bool Contains(double x, double y)
    {
        if (_corners.Length == 1)
        {
            return (x, y) == _corners[0];
        }

        for (int i = 0; i < _corners.Length; i++)
        {
            (double X, double Y) from = _corners[i];
            (double X, double Y) to = _corners[(i + 1) % _corners.Length];
            double turn = Turn(from, to, (x, y));
            double slack = Rounding * (Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y)) * (Math.Abs(x - from.X) + Math.Abs(y - from.Y));
            if (turn < -slack)
            {
                return false;
            }
        }

        return _corners.Length > 2
            || (x >= Math.Min(_corners[0].X, _corners[1].X) && x <= Math.Max(_corners[0].X, _corners[1].X)
                && y >= Math.Min(_corners[0].Y, _corners[1].Y) && y <= Math.Max(_corners[0].Y, _corners[1].Y));
    }

    /// <summary>Gives the corners of an outline that lies outside the hull all around and on a grid.</summary>
    /// <remarks>Each corner is replaced by eight places one grid step away, these are rounded to the grid, and the hull of
    /// all is taken. A step shifts the rim by at least 0.92 of a grid length and rounding takes back at most 0.71, so all
    /// places stay inside and no corner is one of them; what was rounded cannot be traced back to within a grid
    /// cell.</remarks>
    public ConvexHull Widened(double grid) => Of(_corners.SelectMany(corner => Enumerable.Range(0, 8).Select(direction =>
    {
        double angle = direction * Math.PI / 4;
        return (Rounded(corner.X + (grid * Math.Cos(angle)), grid), Rounded(corner.Y + (grid * Math.Sin(angle)), grid));
    })));

    /// <summary>Rounds to a grid.</summary>
    public static double Rounded(double place, double grid) => Math.Round(place / grid) * grid;

    private static List<(double X, double Y)> Chain(IEnumerable<(double X, double Y)> sorted)
    {
        List<(double X, double Y)> chain = [];
        foreach ((double X, double Y) place in sorted)
        {
            while (chain.Count >= 2 && Turn(chain[^2], chain[^1], place) <= 0)
            {
                chain.RemoveAt(chain.Count - 1);
            }

            chain.Add(place);
        }

        return chain;
    }

    private static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
