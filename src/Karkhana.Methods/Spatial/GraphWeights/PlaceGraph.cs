using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>The graphs of different places; Gabriel and relative neighbours are found among the Delaunay
/// edges.</summary>
internal sealed class PlaceGraph
{
    private const double Wider = 1 + 1e-9;

    private readonly PointPlaces _places;
    private readonly ExactPlane _plane;
    private readonly List<(int From, int To)> _delaunay;
    private readonly List<int>[] _neighbours;

    public PlaceGraph(PointPlaces places)
    {
        _places = places;
        _plane = new ExactPlane(places.X, places.Y);
        _delaunay = DelaunayEdges.Of(places.X, places.Y, _plane);
        _neighbours = [.. Enumerable.Range(0, places.Count).Select(_ => new List<int>())];
        foreach ((int from, int to) in _delaunay)
        {
            _neighbours[from].Add(to);
            _neighbours[to].Add(from);
        }
    }

    /// <summary>Gives the edges, each once.</summary>
    public IEnumerable<(int From, int To)> Edges(NeighbourGraph kind, CancellationToken cancellationToken)
    {
        if (kind == NeighbourGraph.Delaunay)
        {
            return _delaunay;
        }

        IEnumerable<(int From, int To)> gabriel = _delaunay.Where(edge => IsGabriel(edge.From, edge.To));
        if (kind == NeighbourGraph.Gabriel)
        {
            return gabriel;
        }

        PointIndex index = PointIndex.Of(_places.X, _places.Y);
        List<(int Position, double SquaredDistance)> found = [];
        return gabriel.Where(edge =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return IsRelative(edge.From, edge.To, index, found);
        });
    }

    /// <summary>Looks at the triangles on the edge only: of all points on one side, their corner sees the edge under the
    /// widest angle. Both corners are neighbours of either end.</summary>
    private bool IsGabriel(int a, int b) => Fewer(a, b).All(other => other == a || other == b || _plane.AcuteAt(other, a, b) > 0);

    /// <summary>Looks at neighbours first, which refuse most edges, then at all places around.</summary>
    private bool IsRelative(int a, int b, PointIndex index, List<(int Position, double SquaredDistance)> found)
    {
        if (Fewer(a, b).Any(other => InLune(other, a, b)))
        {
            return false;
        }

        (double[] x, double[] y) = (_places.X, _places.Y);
        (double dx, double dy) = (x[b] - x[a], y[b] - y[a]);
        double reach = Math.Sqrt(0.75 * ((dx * dx) + (dy * dy))) * Wider; // the lune's corners are that far from its middle
        index.Within(x[a] + (dx / 2), y[a] + (dy / 2), reach, found);
        return !found.Exists(other => InLune(other.Position, a, b));
    }

    private bool InLune(int other, int a, int b) =>
        other != a && other != b && _plane.Nearer(other, a, a, b) && _plane.Nearer(other, b, a, b);

    private List<int> Fewer(int a, int b) => _neighbours[a].Count <= _neighbours[b].Count ? _neighbours[a] : _neighbours[b];
}
