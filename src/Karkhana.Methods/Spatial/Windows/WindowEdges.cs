namespace Karkhana.Methods.Spatial;

/// <summary>The edges of a window in flat lists; the window lies to the left of each.</summary>
internal sealed class WindowEdges
{
    public WindowEdges(IReadOnlyList<WindowRing> rings)
    {
        int count = rings.Sum(ring => ring.X.Length);
        (StartX, StartY, EndX, EndY) = (new double[count], new double[count], new double[count], new double[count]);
        int edge = 0;
        foreach (WindowRing ring in rings)
        {
            for (int i = 0; i < ring.X.Length; i++, edge++)
            {
                int next = i + 1 == ring.X.Length ? 0 : i + 1;
                (StartX[edge], StartY[edge]) = (ring.X[i], ring.Y[i]);
                (EndX[edge], EndY[edge]) = (ring.X[next], ring.Y[next]);
                Length += double.Hypot(EndX[edge] - StartX[edge], EndY[edge] - StartY[edge]);
            }
        }
    }

    public double[] StartX { get; }

    public double[] StartY { get; }

    public double[] EndX { get; }

    public double[] EndY { get; }

    public int Count => StartX.Length;

    /// <summary>Gets the length of all edges.</summary>
    public double Length { get; }

    /// <summary>Says whether a ray from the place to the west crosses an odd number of edges.</summary>
    public bool Enclose(double x, double y)
    {
        bool inside = false;
        for (int edge = 0; edge < Count; edge++)
        {
            (double startY, double endY) = (StartY[edge], EndY[edge]);
            if ((startY > y) != (endY > y)
                && x > StartX[edge] + ((EndX[edge] - StartX[edge]) * ((y - startY) / (endY - startY))))
            {
                inside = !inside;
            }
        }

        return inside;
    }

    /// <summary>Gives the distance to the nearest edge.</summary>
    public double Distance(double x, double y)
    {
        double least = double.PositiveInfinity;
        for (int edge = 0; edge < Count; edge++)
        {
            least = Math.Min(
                least,
                SquaredDistance(StartX[edge] - x, StartY[edge] - y, EndX[edge] - StartX[edge], EndY[edge] - StartY[edge]));
        }

        return Math.Sqrt(least);
    }

    /// <summary>Gives the squared distance from the origin to the segment that starts at (x, y) and runs along (dx,
    /// dy).</summary>
    public static double SquaredDistance(double x, double y, double dx, double dy)
    {
        double along = -((x * dx) + (y * dy)) / ((dx * dx) + (dy * dy));
        along = Math.Clamp(along, 0, 1);
        double nearX = x + (along * dx);
        double nearY = y + (along * dy);
        return (nearX * nearX) + (nearY * nearY);
    }
}
