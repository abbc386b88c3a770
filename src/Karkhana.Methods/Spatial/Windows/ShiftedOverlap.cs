namespace Karkhana.Methods.Spatial;

/// <summary>The area that a window shares with itself moved.</summary>
/// <remarks>
/// A window is the signed sum of the strips between each of its edges and a base line below everything: plus for edges
/// that run
/// west (the window lies below them), minus for those that run east. Two strips share the strip below the lower edge,
/// over the
/// x that both span; the products of signs add up to the shared area exactly.
/// </remarks>
internal sealed class ShiftedOverlap
{
    private readonly double _width;
    private readonly double _height;
    private readonly bool _rectangle;
    private readonly double _widestStrip;
    private readonly Strip[] _strips;

    public ShiftedOverlap(ObservationWindow window)
    {
        _rectangle = window.IsRectangle;
        (_width, _height) = (window.MaxX - window.MinX, window.MaxY - window.MinY);
        WindowEdges edges = window.Edges;
        _strips =
        [
            .. Enumerable.Range(0, edges.Count).Where(edge => edges.StartX[edge] != edges.EndX[edge])
                .Select(edge => Of(edges, edge, window.MinX, window.MinY)).OrderBy(strip => strip.Left),
        ];
        _widestStrip = _strips.Max(strip => strip.Right - strip.Left);
    }

    public double Area(double dx, double dy)
    {
        if (_rectangle)
        {
            return Math.Max(0, _width - Math.Abs(dx)) * Math.Max(0, _height - Math.Abs(dy));
        }

        if (Math.Abs(dx) >= _width || Math.Abs(dy) >= _height)
        {
            return 0;
        }

        // The set covariance is even; moving up keeps the base line below both.
        (double east, double north) = dy < 0 ? (-dx, -dy) : (dx, dy);
        double area = 0;
        int first = 0;
        foreach (Strip strip in _strips)
        {
            while (first < _strips.Length && _strips[first].Left + east + _widestStrip < strip.Left)
            {
                first++;
            }

            for (int other = first; other < _strips.Length && _strips[other].Left + east < strip.Right; other++)
            {
                area += strip.Sign * _strips[other].Sign * Shared(strip, _strips[other], east, north);
            }
        }

        return Math.Max(0, area);
    }

    private static Strip Of(WindowEdges edges, int edge, double baseX, double baseY)
    {
        bool west = edges.EndX[edge] < edges.StartX[edge];
        double startX = edges.StartX[edge] - baseX;
        double startY = edges.StartY[edge] - baseY;
        double endX = edges.EndX[edge] - baseX;
        double endY = edges.EndY[edge] - baseY;
        double slope = (endY - startY) / (endX - startX);
        return west ? new Strip(endX, startX, endY, slope, 1) : new Strip(startX, endX, startY, slope, -1);
    }

    /// <summary>Integrates the lower of two lines over the x that both span.</summary>
    private static double Shared(in Strip strip, in Strip moved, double east, double north)
    {
        double left = Math.Max(strip.Left, moved.Left + east);
        double right = Math.Min(strip.Right, moved.Right + east);
        if (left >= right)
        {
            return 0;
        }

        double atLeft = strip.Height + (strip.Slope * (left - strip.Left));
        double atRight = strip.Height + (strip.Slope * (right - strip.Left));
        double movedAtLeft = moved.Height + north + (moved.Slope * (left - moved.Left - east));
        double movedAtRight = moved.Height + north + (moved.Slope * (right - moved.Left - east));
        double gapLeft = movedAtLeft - atLeft;
        double gapRight = movedAtRight - atRight;
        double width = right - left;
        double below = (Math.Min(atLeft, movedAtLeft) + Math.Min(atRight, movedAtRight)) / 2 * width;
        if ((gapLeft < 0) == (gapRight < 0) || gapLeft == gapRight)
        {
            return below;
        }

        // The lines cross: between the two lower ends the true roof is a triangle above the straight one.
        double crossing = gapLeft / (gapLeft - gapRight);
        double roof = atLeft + ((atRight - atLeft) * crossing);
        double straight = Math.Min(atLeft, movedAtLeft) + ((Math.Min(atRight, movedAtRight) - Math.Min(atLeft, movedAtLeft)) * crossing);
        return below + ((roof - straight) * width / 2);
    }

    private readonly record struct Strip(double Left, double Right, double Height, double Slope, double Sign);
}
