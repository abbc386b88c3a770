namespace Karkhana.Methods.Spatial;

/// <summary>Shares of circles around one centre that lie in a window.</summary>
/// <remarks>
/// Going anticlockwise along a circle, the window is entered where an edge leaves the disc and left where an edge comes
/// in,
/// because the window lies to the left of each edge. The angles of arrivals less those of departures, modulo a turn, are
/// the
/// arcs inside, without sorting them. Whether an edge crosses is told from its ends alone (in the disc or not), so that
/// a circle
/// through a vertex counts neither twice nor never. Not for use by two threads.
/// </remarks>
internal sealed class CircleArcs(ObservationWindow window)
{
    private const double Turn = 2 * Math.PI;
    private const double NearlyNothing = 1e-9;

    private readonly double[] _nearest = new double[window.Edges.Count];
    private readonly int[] _edges = new int[window.Edges.Count];
    private readonly List<double> _angles = [];
    private double _x;
    private double _y;
    private int _count;

    /// <summary>Takes a centre and keeps the edges that a circle of at most <paramref name="reach"/> can meet, nearest
    /// first.</summary>
    public void Centre(double x, double y, double reach)
    {
        (_x, _y, _count) = (x, y, 0);
        WindowEdges edges = window.Edges;
        for (int edge = 0; edge < edges.Count; edge++)
        {
            double startX = edges.StartX[edge] - x;
            double startY = edges.StartY[edge] - y;
            double endX = edges.EndX[edge] - x;
            double endY = edges.EndY[edge] - y;
            double squared = WindowEdges.SquaredDistance(startX, startY, endX - startX, endY - startY);

            // An end that is in the disc must bring its edge, whatever rounding does to the foot of the perpendicular.
            squared = Math.Min(squared, Math.Min((startX * startX) + (startY * startY), (endX * endX) + (endY * endY)));
            if (squared <= reach * reach)
            {
                (_nearest[_count], _edges[_count++]) = (squared, edge);
            }
        }

        Array.Sort(_nearest, _edges, 0, _count);
    }

    /// <summary>Gives the share of the circle of a radius above zero.</summary>
    public double Share(double radius)
    {
        double squared = radius * radius;
        double arcs = 0;
        _angles.Clear();
        for (int i = 0; i < _count && _nearest[i] < squared; i++)
        {
            arcs += Crossings(_edges[i], squared);
        }

        if (_angles.Count == 0)
        {
            // All of it is inside or all outside; one radian is no direction in which windows touch circles.
            return window.Contains(_x + (radius * Math.Cos(1)), _y + (radius * Math.Sin(1))) ? 1 : 0;
        }

        double share = (arcs / Turn) - Math.Floor(arcs / Turn);
        return share is > NearlyNothing and < 1 - NearlyNothing ? share : WidestArcIsInside(radius) ? 1 : 0;
    }

    private double Crossings(int edge, double squared)
    {
        WindowEdges edges = window.Edges;
        double startX = edges.StartX[edge] - _x;
        double startY = edges.StartY[edge] - _y;
        double endX = edges.EndX[edge] - _x;
        double endY = edges.EndY[edge] - _y;
        bool startsInside = (startX * startX) + (startY * startY) < squared;
        bool endsInside = (endX * endX) + (endY * endY) < squared;
        if (startsInside && endsInside)
        {
            return 0;
        }

        double dx = endX - startX;
        double dy = endY - startY;
        double length = Math.Sqrt((dx * dx) + (dy * dy));
        double along = -((startX * dx) + (startY * dy)) / length;
        double off = ((startX * dy) - (startY * dx)) / length;
        double half = Math.Sqrt(Math.Max(0, squared - (off * off)));
        double arcs = 0;
        if (!startsInside)
        {
            arcs += Angle(startX + ((along - half) / length * dx), startY + ((along - half) / length * dy));
        }

        if (!endsInside)
        {
            arcs -= Angle(startX + ((along + half) / length * dx), startY + ((along + half) / length * dy));
        }

        return arcs;
    }

    private double Angle(double x, double y)
    {
        double angle = Math.Atan2(y, x);
        _angles.Add(angle);
        return angle;
    }

    /// <summary>Decides between all and nothing, which are the same modulo a turn.</summary>
    private bool WidestArcIsInside(double radius)
    {
        _angles.Sort();
        (double widest, double middle) = (_angles[0] + Turn - _angles[^1], (_angles[0] + Turn + _angles[^1]) / 2);
        for (int i = 1; i < _angles.Count; i++)
        {
            double width = _angles[i] - _angles[i - 1];
            if (width > widest)
            {
                (widest, middle) = (width, (_angles[i] + _angles[i - 1]) / 2);
            }
        }

        return window.Contains(_x + (radius * Math.Cos(middle)), _y + (radius * Math.Sin(middle)));
    }
}
