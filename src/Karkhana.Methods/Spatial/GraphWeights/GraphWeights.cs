using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Neighbours by a graph of points.</summary>
public static class GraphWeights
{
    internal const string Source = "Gabriel & Sokal 1969, doi:10.2307/2412323; Toussaint 1980, doi:10.1016/0031-3203(80)90066-7";

    /// <summary>Finds the points that a graph joins.</summary>
    /// <remarks>
    /// Delaunay: an edge of the Delaunay triangulation. Gabriel: no other place in the closed disc with diameter ij.
    /// Relative: no place k with max(d_ik, d_jk) &lt; d_ij. The relative graph is part of the Gabriel graph, and that of
    /// the Delaunay triangulation. All decisions are exact. Points on one line: the chain along it. Of four or more
    /// points on an empty circle, the order of their coordinates decides which diagonals Delaunay draws; the other two
    /// graphs draw none. Coincident points: the graph is that of the different places; points of one place are
    /// neighbours of each other and of the points of the places that it is joined to, and a note counts them. Every link
    /// weighs 1 and comes both ways. Missing coordinates are refused. Cost: n log n for points as they come.
    /// Source: Gabriel and Sokal 1969, doi:10.2307/2412323; Toussaint 1980, doi:10.1016/0031-3203(80)90066-7;
    /// triangulation: Guibas and Stolfi 1985, doi:10.1145/282918.282923. Agrees with: spdep 1.2 tri2nb, gabrielneigh and
    /// relativeneigh, exactly.
    /// </remarks>
    /// <param name="points">The points, on a plane.</param>
    /// <param name="options">The graph.</param>
    /// <param name="execution">Not used: computed on one thread.</param>
    /// <param name="cancellationToken">Looked at between edges.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentException">There are fewer than 2 points, or a coordinate is missing.</exception>
    public static WeightsResult Estimate(
        PointPattern points,
        GraphWeightsOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        options ??= new GraphWeightsOptions();
        points.Check();
        Require.That(points.Count >= 2, nameof(points), FormattableString.Invariant($"must be at least 2; there were {points.Count}"));
        WeightsResult.RequireFewOnOneSpot(points);
        PointPlaces places = PointPlaces.Of(points.X, points.Y);
        GroupedRows pointsAt = places.Points();
        List<int> from = [];
        List<int> to = [];
        foreach ((int a, int b) in new PlaceGraph(places).Edges(options.Kind, cancellationToken))
        {
            Link(pointsAt.Of(a), pointsAt.Of(b), from, to);
            Link(pointsAt.Of(b), pointsAt.Of(a), from, to);
        }

        for (int place = 0; place < places.Count; place++)
        {
            Link(pointsAt.Of(place), pointsAt.Of(place), from, to);
        }

        SpatialWeights weights = SpatialWeights.Of(WeightsResult.RowIds(points.Count), from, to);
        return new WeightsResult(
            weights, "point", Coincident(points.Count - places.Count),
            new Provenance("spatial.graph-weights", $"kind = {options.Kind}", Source));
    }

    private static void Link(ReadOnlySpan<int> some, ReadOnlySpan<int> others, List<int> from, List<int> to)
    {
        foreach (int a in some)
        {
            foreach (int b in others)
            {
                if (a != b)
                {
                    WeightsResult.RequireFewerLinks(from.Count + 1L, "points");
                    from.Add(a);
                    to.Add(b);
                }
            }
        }
    }

    private static IReadOnlyList<Note> Coincident(int further) => further == 0
        ? []
        : [new Note("coincident-points", Severity.Information, FormattableString.Invariant(
            $"{further} points lie where another one lies; points of one place are neighbours of each other and share the neighbours of the place."))];
}
