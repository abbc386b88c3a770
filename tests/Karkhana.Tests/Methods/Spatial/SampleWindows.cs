using CsCheck;
using Karkhana.Methods.Spatial;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>Windows for tests, and points in them.</summary>
internal static class SampleWindows
{
    /// <summary>Gets the square that holds <see cref="Patterns.OnGrid"/>, its border included.</summary>
    public static ObservationWindow Square { get; } = ObservationWindow.Rectangle(0, 6, 0, 6);

    /// <summary>Gets the same square with a vertex more, so that it is taken for a polygon.</summary>
    public static ObservationWindow SquareAsPolygon { get; } =
        ObservationWindow.Of([new WindowRing([0, 3, 6, 6, 0], [0, 0, 0, 6, 6])]);

    /// <summary>Gets an L of area 3: the square of side 2 without its upper right quarter.</summary>
    public static ObservationWindow Ell { get; } = ObservationWindow.Of([new WindowRing([0, 2, 2, 1, 1, 0], [0, 0, 1, 1, 2, 2])]);

    /// <summary>Gets the square of side 6 with a square hole of side 2 in its middle.</summary>
    public static ObservationWindow Ring { get; } = ObservationWindow.Of(
    [
        new WindowRing([0, 6, 6, 0], [0, 0, 6, 6]),
        new WindowRing([2, 2, 4, 4], [2, 4, 4, 2]),
    ]);

    /// <summary>Gets all of <see cref="Patterns.OnGrid"/> with a window that holds it.</summary>
    public static Gen<WindowedPattern> OnGrid { get; } = Gen.Select(Patterns.OnGrid, Gen.Bool, (points, polygon) =>
        new WindowedPattern(points, polygon ? SquareAsPolygon : Square));

    /// <summary>Gets the points of a grid pattern that the ring holds, of the types a and b.</summary>
    public static WindowedPattern InRing(PointPattern points)
    {
        int[] kept = [.. Enumerable.Range(0, points.Count).Where(i => Ring.Contains(points.X[i], points.Y[i]))];
        return new WindowedPattern(
            new PointPattern
            {
                X = [0.5, 5, .. kept.Select(i => points.X[i])],
                Y = [0.5, 5, .. kept.Select(i => points.Y[i])],
                Types = ["a", "b", .. kept.Select(i => points.Types[i])],
                Weights = [1, 2, .. kept.Select(i => points.Weights[i])],
            },
            Ring);
    }

    /// <summary>Gives the four corners of a unit square, a quarter from the border of a window of side 1.5.</summary>
    public static WindowedPattern FourCorners { get; } = new(
        new PointPattern { X = [0, 1, 1, 0], Y = [0, 0, 1, 1], Types = ["a", "a", "b", "b"], Weights = [1, 2, 3, 4] },
        ObservationWindow.Rectangle(-0.25, 1.25, -0.25, 1.25));

    /// <summary>Gives the same points in another order.</summary>
    public static WindowedPattern Reversed(WindowedPattern pattern) => pattern with
    {
        Points = new PointPattern
        {
            X = [.. pattern.Points.X.Reverse()],
            Y = [.. pattern.Points.Y.Reverse()],
            Types = [.. pattern.Points.Types.Reverse()],
            Weights = [.. pattern.Points.Weights.Reverse()],
        },
    };

    /// <summary>Gives pattern and window four times as large.</summary>
    public static WindowedPattern FourTimes(WindowedPattern pattern) => new(
        pattern.Points with { X = [.. pattern.Points.X.Select(x => 4 * x)], Y = [.. pattern.Points.Y.Select(y => 4 * y)] },
        ObservationWindow.Of([.. pattern.Window.Rings.Select(ring => new WindowRing([.. ring.X.Select(x => 4 * x)], [.. ring.Y.Select(y => 4 * y)]))]));

    /// <summary>Gives a window of points no measure of a window may take.</summary>
    public static IEnumerable<WindowedPattern> Bad()
    {
        PointPattern good = FourCorners.Points;
        yield return FourCorners with { Points = good with { X = [0, 1, 1] } };
        yield return FourCorners with { Points = good with { X = [0, 1, 1, double.NaN] } };
        yield return FourCorners with { Points = good with { Y = [0, 1, 1, double.PositiveInfinity] } };
        yield return FourCorners with { Points = good with { Types = ["a"] } };
        yield return FourCorners with { Points = good with { X = [0, 1, 1, 1.3] } };
        yield return null!;
    }
}
