using CsCheck;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

public sealed class GraphWeightsTests
{
    /// <summary>Places on a small grid: many on one line, many on one circle, none twice.</summary>
    private static readonly Gen<PointPattern> Grid = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).Array[2, 25].Select(places =>
    {
        (int X, int Y)[] distinct = [.. places.Distinct()];
        return new PointPattern { X = [.. distinct.Select(place => (double)place.X)], Y = [.. distinct.Select(place => (double)place.Y)] };
    }).Where(points => points.Count >= 2);

    [Fact]
    public void A_kite_has_the_three_graphs_drawn_by_hand()
    {
        // The short diagonal bc splits the kite; d lies far off.
        PointPattern kite = new() { X = [0, 2, 2, 9], Y = [0, 1, -1, 0] };

        Edges(kite, NeighbourGraph.Delaunay).ShouldBe(["0-1", "0-2", "1-2", "1-3", "2-3"]);
        Edges(kite, NeighbourGraph.Gabriel).ShouldBe(["0-1", "0-2", "1-2", "1-3", "2-3"]);
        Edges(kite, NeighbourGraph.Relative).ShouldBe(["0-1", "0-2", "1-2", "1-3", "2-3"]);
        // With b and c farther apart their edge has a and the new e between them in its circle.
        PointPattern wide = new() { X = [0, 2, 2, 9, 2.5], Y = [0, 4, -4, 0, 0] };
        Edges(wide, NeighbourGraph.Gabriel).ShouldBe(["0-1", "0-2", "0-4", "1-4", "2-4", "3-4"]);
        Edges(wide, NeighbourGraph.Relative).ShouldBe(["0-4", "1-4", "2-4", "3-4"]);
    }

    [Fact]
    public void A_square_has_one_diagonal_in_delaunay_and_none_in_the_others()
    {
        PointPattern square = new() { X = [0, 1, 1, 0], Y = [0, 0, 1, 1] };

        Edges(square, NeighbourGraph.Delaunay).Length.ShouldBe(5);
        Edges(square, NeighbourGraph.Gabriel).ShouldBe(["0-1", "0-3", "1-2", "2-3"]);
        Edges(square, NeighbourGraph.Relative).ShouldBe(["0-1", "0-3", "1-2", "2-3"]);
    }

    [Fact]
    public void Gabriel_and_relative_have_the_links_of_their_definitions() => Grid.Sample(points =>
        Edges(points, NeighbourGraph.Gabriel).SequenceEqual(ByDefinition(points, (i, j, k) => D(points, i, k) + D(points, j, k) <= D(points, i, j)))
        && Edges(points, NeighbourGraph.Relative).SequenceEqual(ByDefinition(points, (i, j, k) => Math.Max(D(points, i, k), D(points, j, k)) < D(points, i, j))));

    [Fact]
    public void Delaunay_fills_the_hull_and_every_edge_has_an_empty_circle() => Grid.Sample(points =>
    {
        string[] edges = Edges(points, NeighbourGraph.Delaunay);
        int most = OnHull(points) is int hull && hull == points.Count && AllOnALine(points) ? points.Count - 1 : (3 * points.Count) - 3 - OnHull(points);
        return edges.Length == most && edges.All(edge => HasEmptyCircle(points, edge))
            && Edges(points, NeighbourGraph.Gabriel).All(edges.Contains);
    });

    [Fact]
    public void The_order_of_rows_and_a_shift_do_not_matter() => Grid.Sample(points => Enum.GetValues<NeighbourGraph>().All(kind =>
    {
        PointPattern turned = new() { X = [.. points.X.Reverse()], Y = [.. points.Y.Reverse()] };
        PointPattern moved = new() { X = [.. points.X.Select(x => x + 1024)], Y = [.. points.Y.Select(y => y - 512)] };
        string[] back = [.. Pairs(turned, kind).Select(pair => Name(points.Count - 1 - pair.To, points.Count - 1 - pair.From)).Order(StringComparer.Ordinal)];
        return Edges(points, kind).SequenceEqual(back) && Edges(points, kind).SequenceEqual(Edges(moved, kind));
    }));

    [Fact]
    public void Decisions_are_exact_where_doubles_cannot_tell()
    {
        // Ten points one unit in the last place off a line of slope one third, and the same line exactly.
        double ulp = Math.BitIncrement(1.0) - 1;
        PointPattern line = new() { X = [.. Enumerable.Range(0, 10).Select(i => 3.0 * i)], Y = [.. Enumerable.Range(0, 10).Select(i => (double)i)] };
        Edges(line, NeighbourGraph.Delaunay).ShouldBe([.. Enumerable.Range(0, 9).Select(i => Name(i, i + 1))]);

        PointPattern corner = new() { X = [0, 1, 0.5], Y = [0, 0, 0.5] };
        Edges(corner, NeighbourGraph.Gabriel).ShouldBe(["0-2", "1-2"]); // the third lies on the circle
        Edges(corner with { Y = [0, 0, 0.5 + (ulp / 2)] }, NeighbourGraph.Gabriel).ShouldBe(["0-1", "0-2", "1-2"]);
        PointPattern tiny = new() { X = [0, 1e-170, 0.5e-170], Y = [0, 0, 0.6e-170] };
        Edges(tiny, NeighbourGraph.Gabriel).ShouldBe(["0-1", "0-2", "1-2"]);
    }

    [Fact]
    public void Coincident_points_share_the_neighbours_of_their_place_and_are_counted()
    {
        WeightsResult result = Run.GraphWeights(new PointPattern { X = [0, 1, 0, 2], Y = [0, 0, -0.0, 0] });

        Neighbours(result).ShouldBe(["1 2", "0 2 3", "0 1", "1"]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("1 points lie where another one lies");
        Neighbours(Run.GraphWeights(new PointPattern { X = [4, 4], Y = [4, 4] }, new() { Kind = NeighbourGraph.Relative })).ShouldBe(["1", "0"]);
    }

    [Fact]
    public void Too_few_points_and_missing_coordinates_are_refused()
    {
        Should.Throw<ArgumentException>(() => Run.GraphWeights(new PointPattern { X = [0], Y = [0] })).Message.ShouldContain("at least 2");
        Should.Throw<ArgumentException>(() => Run.GraphWeights(new PointPattern { X = [0, double.NaN], Y = [0, 1] })).Message.ShouldContain("point 2");
    }

    private static double D(PointPattern points, int i, int j) => Square(points.X[i] - points.X[j]) + Square(points.Y[i] - points.Y[j]);

    private static double Square(double value) => value * value;

    private static double Cross(PointPattern points, int i, int j, int k) =>
        ((points.X[j] - points.X[i]) * (points.Y[k] - points.Y[i])) - ((points.Y[j] - points.Y[i]) * (points.X[k] - points.X[i]));

    private static bool AllOnALine(PointPattern points) => Enumerable.Range(0, points.Count).All(k => Cross(points, 0, 1, k) == 0);

    /// <summary>Counts the points on the border of the hull: those through which a line leaves all others on one side.</summary>
    private static int OnHull(PointPattern points) => Enumerable.Range(0, points.Count).Count(i => Enumerable.Range(0, points.Count).Any(j =>
        i != j && (Enumerable.Range(0, points.Count).All(k => Cross(points, i, j, k) >= 0) || Enumerable.Range(0, points.Count).All(k => Cross(points, i, j, k) <= 0))));

    /// <summary>Two points have an empty circle when the widest angles under which both sides see them add up to at most a half turn.</summary>
    private static bool HasEmptyCircle(PointPattern points, string edge)
    {
        (int i, int j) = (int.Parse(edge.Split('-')[0], null), int.Parse(edge.Split('-')[1], null));
        (double left, double right) = (double.PositiveInfinity, double.PositiveInfinity);
        for (int k = 0; k < points.Count; k++)
        {
            double cross = Cross(points, i, j, k);
            double cotangent = (D(points, i, k) + D(points, j, k) - D(points, i, j)) / 2 / Math.Abs(cross);
            (left, right) = cross > 0 ? (Math.Min(left, cotangent), right) : cross < 0 ? (left, Math.Min(right, cotangent)) : (left, right);
        }

        return left + right >= -1e-9;
    }

    private static string[] ByDefinition(PointPattern points, Func<int, int, int, bool> between) =>
    [
        .. Enumerable.Range(0, points.Count).SelectMany(i => Enumerable.Range(i + 1, points.Count - i - 1).Select(j => (i, j)))
            .Where(pair => !Enumerable.Range(0, points.Count).Any(k => k != pair.i && k != pair.j && between(pair.i, pair.j, k)))
            .Select(pair => Name(pair.i, pair.j)).Order(StringComparer.Ordinal),
    ];

    private static string Name(int from, int to) => FormattableString.Invariant($"{Math.Min(from, to)}-{Math.Max(from, to)}");

    private static string[] Edges(PointPattern points, NeighbourGraph kind) =>
        [.. Pairs(points, kind).Select(pair => Name(pair.From, pair.To)).Order(StringComparer.Ordinal)];

    private static IEnumerable<(int From, int To)> Pairs(PointPattern points, NeighbourGraph kind)
    {
        SpatialWeights weights = Run.GraphWeights(points, new() { Kind = kind }).Weights;
        return Enumerable.Range(0, weights.Count).SelectMany(i => weights.NeighboursOf(i).ToArray().Where(j => j > i).Select(j => (i, j)));
    }

    private static string[] Neighbours(WeightsResult result) =>
        [.. Enumerable.Range(0, result.Weights.Count).Select(unit => string.Join(' ', result.Weights.NeighboursOf(unit).ToArray()))];
}
