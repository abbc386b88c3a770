using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>The region in which points could be seen: outer rings with holes.</summary>
/// <remarks>
/// All measures of points in a window take area, border and edge weights from here, so that the area is that of the
/// window and
/// never that of a bounding box. A window of one ring of four vertices along the axes is known as a rectangle, for which
/// every
/// answer takes constant time; otherwise time grows with the number of edges.
/// </remarks>
public sealed class ObservationWindow
{
    /// <summary>The width of the border, as a share of the longer side: so far outside a point still counts as on the
    /// border.</summary>
    internal const double BorderWidth = 1e-10;

    private readonly ShiftedOverlap _overlap;

    private ObservationWindow(IReadOnlyList<WindowRing> rings)
    {
        Rings = rings;
        Edges = new WindowEdges(rings);
        (MinX, MaxX) = (rings.Min(ring => ring.X.Min()), rings.Max(ring => ring.X.Max()));
        (MinY, MaxY) = (rings.Min(ring => ring.Y.Min()), rings.Max(ring => ring.Y.Max()));
        IsRectangle = rings.Count == 1 && rings[0].X.Length == 4
            && rings[0].X.Distinct().Count() == 2 && rings[0].Y.Distinct().Count() == 2;
        Area = IsRectangle ? (MaxX - MinX) * (MaxY - MinY) : rings.Aggregate(0.0, (area, ring) => area + ring.SignedArea);
        _overlap = new ShiftedOverlap(this);
    }

    /// <summary>Gets the rings, each without repeated vertices.</summary>
    public IReadOnlyList<WindowRing> Rings { get; }

    /// <summary>Gets the area, holes taken off.</summary>
    public double Area { get; }

    /// <summary>Gets the length of all rings.</summary>
    public double Perimeter => Edges.Length;

    /// <summary>Gets the least easting.</summary>
    public double MinX { get; }

    /// <summary>Gets the greatest easting.</summary>
    public double MaxX { get; }

    /// <summary>Gets the least northing.</summary>
    public double MinY { get; }

    /// <summary>Gets the greatest northing.</summary>
    public double MaxY { get; }

    /// <summary>Gets a value indicating whether the window is a rectangle along the axes.</summary>
    public bool IsRectangle { get; }

    /// <summary>Gets the shorter side of the rectangle around the window.</summary>
    internal double ShorterSide => Math.Min(MaxX - MinX, MaxY - MinY);

    /// <summary>Gets the edges.</summary>
    internal WindowEdges Edges { get; }

    /// <summary>Makes a window and refuses rings that do not bound a region.</summary>
    /// <param name="rings">Outer rings anticlockwise, holes clockwise, in any order; no ring crosses itself or
    /// another.</param>
    /// <returns>The window.</returns>
    /// <exception cref="ArgumentException">There is no ring, or a ring is empty, flat, crossing, or runs the wrong way
    /// round.</exception>
    public static ObservationWindow Of(IReadOnlyList<WindowRing> rings)
    {
        ArgumentNullException.ThrowIfNull(rings);
        return new ObservationWindow(RingRules.Checked(rings));
    }

    /// <summary>Makes a rectangle along the axes.</summary>
    /// <param name="minX">The least easting.</param>
    /// <param name="maxX">The greatest easting.</param>
    /// <param name="minY">The least northing.</param>
    /// <param name="maxY">The greatest northing.</param>
    /// <returns>The window.</returns>
    public static ObservationWindow Rectangle(double minX, double maxX, double minY, double maxY)
    {
        Require.That(minX < maxX, nameof(maxX), "must exceed minX");
        Require.That(minY < maxY, nameof(maxY), "must exceed minY");
        return Of([new WindowRing([minX, maxX, maxX, minX], [minY, minY, maxY, maxY])]);
    }

    /// <summary>Reads the input <c>window</c> of a request.</summary>
    /// <param name="table">The table with the roles ring, x and y; rows of a ring in the order of its vertices.</param>
    /// <returns>The window.</returns>
    public static ObservationWindow Read(BoundTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[] ring = table.CompleteNumbers("ring");
        double[] x = table.CompleteNumbers("x");
        double[] y = table.CompleteNumbers("y");
        return Of(
        [
            .. Enumerable.Range(0, ring.Length).GroupBy(row => ring[row])
                .Select(rows => new WindowRing([.. rows.Select(row => x[row])], [.. rows.Select(row => y[row])])),
        ]);
    }

    /// <summary>Says whether a place lies in the window, its border included.</summary>
    /// <param name="x">The easting.</param>
    /// <param name="y">The northing.</param>
    /// <returns>True inside, on the border, or so near it (a 10⁻¹⁰ of the longer side) that rounding may have moved
    /// it.</returns>
    public bool Contains(double x, double y)
    {
        double tolerance = BorderWidth * Math.Max(MaxX - MinX, MaxY - MinY);
        bool inBox = x >= MinX - tolerance && x <= MaxX + tolerance && y >= MinY - tolerance && y <= MaxY + tolerance;
        return inBox && (IsRectangle || Edges.Enclose(x, y) || Edges.Distance(x, y) <= tolerance);
    }

    /// <summary>Gives the distance to the nearest point of the border.</summary>
    /// <param name="x">The easting.</param>
    /// <param name="y">The northing.</param>
    /// <returns>The distance, zero or greater, for places inside as for those outside.</returns>
    public double DistanceToBorder(double x, double y)
    {
        if (!IsRectangle || x < MinX || x > MaxX || y < MinY || y > MaxY)
        {
            return Edges.Distance(x, y);
        }

        return Math.Min(Math.Min(x - MinX, MaxX - x), Math.Min(y - MinY, MaxY - y));
    }

    /// <summary>Gives the share of a circle's line that lies in the window, from the exact arcs between its crossings
    /// with the edges.</summary>
    /// <param name="x">The easting of the centre.</param>
    /// <param name="y">The northing of the centre.</param>
    /// <param name="radius">The radius, zero or greater; for zero the share is 1 in the window and 0 outside.</param>
    /// <returns>From 0 to 1.</returns>
    public double ShareOfCircle(double x, double y, double radius)
    {
        Require.Between(radius, 0, double.MaxValue);
        if (radius == 0)
        {
            return Contains(x, y) ? 1 : 0;
        }

        CircleArcs arcs = new(this);
        arcs.Centre(x, y, radius);
        return arcs.Share(radius);
    }

    /// <summary>Gives the area that the window shares with itself moved by a vector: the set covariance.</summary>
    /// <remarks>
    /// Exact: the window is the signed sum of the areas below its edges, and the areas below two edges share the area
    /// below the
    /// lower of them. Cost: constant for a rectangle, else the pairs of edges that overlap along x.
    /// </remarks>
    /// <param name="dx">How far to the east.</param>
    /// <param name="dy">How far to the north.</param>
    /// <returns>The area, zero when the two do not meet.</returns>
    public double OverlapWhenMoved(double dx, double dy) => _overlap.Area(dx, dy);

    /// <summary>Refuses points outside, naming up to ten of them.</summary>
    internal void RequireAll(PointPattern points)
    {
        List<string> outside = [];
        int count = 0;
        for (int i = 0; i < points.Count; i++)
        {
            if (!Contains(points.X[i], points.Y[i]) && ++count <= 10)
            {
                outside.Add(FormattableString.Invariant($"{i + 1} ({points.X[i]}, {points.Y[i]})"));
            }
        }

        string more = count > 10 ? FormattableString.Invariant($" and {count - 10} more") : "";
        Require.That(
            count == 0, "Points",
            FormattableString.Invariant($"must lie in the window; {count} lie outside: {string.Join(", ", outside)}{more}"));
    }
}
