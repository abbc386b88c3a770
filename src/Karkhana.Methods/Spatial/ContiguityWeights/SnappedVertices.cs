using System.Runtime.InteropServices;

namespace Karkhana.Methods.Spatial;

/// <summary>Gives vertices that lie within a tolerance of each other one number, by hashing.</summary>
/// <remarks>
/// Space is cut into cells four tolerances wide; a vertex looks into its own cell, and into a neighbouring one only when
/// it lies within the tolerance of that side. It takes the number of the first vertex that came within the tolerance,
/// else a new one. Cost: linear in the vertices.
/// </remarks>
internal sealed class SnappedVertices(double snap)
{
    private const double CellsPerSnap = 4;

    private readonly Dictionary<(double X, double Y), List<int>> _cells = [];
    private readonly List<(double X, double Y)> _vertices = [];
    private readonly double _cell = snap > 0 ? CellsPerSnap * snap : 1;

    /// <summary>Gets the number of different vertices so far.</summary>
    public int Count => _vertices.Count;

    /// <summary>Gives the number of a vertex.</summary>
    public int NumberOf(double x, double y)
    {
        if (snap == 0)
        {
            return Exact(x + 0.0, y + 0.0);
        }

        (double firstX, double lastX) = (Math.Floor((x - snap) / _cell), Math.Floor((x + snap) / _cell));
        (double firstY, double lastY) = (Math.Floor((y - snap) / _cell), Math.Floor((y + snap) / _cell));
        int best = Best(x, y, firstX, firstY, int.MaxValue);
        best = lastX > firstX ? Best(x, y, lastX, firstY, best) : best;
        best = lastY > firstY ? Best(x, y, firstX, lastY, best) : best;
        best = lastX > firstX && lastY > firstY ? Best(x, y, lastX, lastY, best) : best;
        return best < int.MaxValue ? best : Added(x, y, (Math.Floor(x / _cell), Math.Floor(y / _cell)));
    }

    private int Exact(double x, double y)
    {
        ref List<int>? numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, (x, y), out bool known);
        if (!known)
        {
            numbers = [_vertices.Count];
            _vertices.Add((x, y));
        }

        return numbers![0];
    }

    private int Best(double x, double y, double cellX, double cellY, int best)
    {
        if (!_cells.TryGetValue((cellX, cellY), out List<int>? numbers))
        {
            return best;
        }

        foreach (int number in numbers)
        {
            (double dx, double dy) = (_vertices[number].X - x, _vertices[number].Y - y);
            best = number < best && (dx * dx) + (dy * dy) <= snap * snap ? number : best;
        }

        return best;
    }

    private int Added(double x, double y, (double X, double Y) cell)
    {
        ref List<int>? numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, cell, out _);
        (numbers ??= []).Add(_vertices.Count);
        _vertices.Add((x, y));
        return _vertices.Count - 1;
    }
}
