using Karkhana.Core.Errors;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Karkhana.Methods.Spatial;

/// <summary>Refuses rings that do not bound a region.</summary>
internal static class RingRules
{
    private const string Name = "Window";

    public static IReadOnlyList<WindowRing> Checked(IReadOnlyList<WindowRing> given)
    {
        Require.That(given.Count > 0, Name, "must have at least one ring; it was empty");
        WindowRing[] rings = new WindowRing[given.Count];
        LinearRing[] lines = new LinearRing[given.Count];
        for (int i = 0; i < rings.Length; i++)
        {
            rings[i] = Vertices(given[i], i + 1);
            lines[i] = new LinearRing(
                [.. rings[i].X.Zip(rings[i].Y, (x, y) => new Coordinate(x, y)), new Coordinate(rings[i].X[0], rings[i].Y[0])]);
            RequireSimple(lines[i], i + 1);
            double area = rings[i].SignedArea;
            Require.That(area != 0, Name, FormattableString.Invariant($"must have rings that enclose an area; ring {i + 1} lies on a line"));
        }

        RequireRegion(rings, lines);
        return rings;
    }

    private static WindowRing Vertices(WindowRing ring, int number)
    {
        Require.SameLength(ring.X.Length, ring.Y.Length, nameof(ring.Y));
        for (int i = 0; i < ring.X.Length; i++)
        {
            Require.That(
                double.IsFinite(ring.X[i]) && double.IsFinite(ring.Y[i]), Name,
                FormattableString.Invariant($"must have finite vertices; vertex {i + 1} of ring {number} was ({ring.X[i]}, {ring.Y[i]})"));
        }

        WindowRing plain = ring.WithoutRepeats();
        Require.That(
            plain.X.Length >= 3, Name,
            FormattableString.Invariant($"must have rings of at least three different vertices; ring {number} had {plain.X.Length}"));
        return plain;
    }

    private static void RequireSimple(LinearRing line, int number)
    {
        IsSimpleOp simple = new(line);
        if (!simple.IsSimple())
        {
            Coordinate where = simple.NonSimpleLocation;
            Require.That(
                false, Name,
                FormattableString.Invariant($"must have rings that do not cross themselves; ring {number} does at ({where.X}, {where.Y})"));
        }
    }

    /// <summary>Nests the rings: those inside an even number of others are outer rings, the rest are holes.</summary>
    private static void RequireRegion(WindowRing[] rings, LinearRing[] lines)
    {
        Polygon[] filled = [.. lines.Select(line => new Polygon(line))];
        Point[] inner = [.. filled.Select(polygon => polygon.InteriorPoint)];
        List<int>[] around = new List<int>[rings.Length];
        for (int i = 0; i < rings.Length; i++)
        {
            int ring = i;
            around[i] = [.. Enumerable.Range(0, rings.Length).Where(other => other != ring && Encloses(filled[other], filled[ring], inner[ring]))];
            bool hole = around[i].Count % 2 == 1;
            Require.That(
                hole == rings[i].SignedArea < 0, Name,
                hole
                    ? FormattableString.Invariant($"must have the vertices of a hole clockwise; ring {i + 1} lies inside another and ran anticlockwise")
                    : FormattableString.Invariant($"must have the vertices of an outer ring anticlockwise; ring {i + 1} ran clockwise"));
        }

        IEnumerable<int> outer = Enumerable.Range(0, rings.Length).Where(i => around[i].Count % 2 == 0);
        Polygon[] parts =
        [
            .. outer.Select(shell => new Polygon(
                lines[shell],
                [.. Enumerable.Range(0, rings.Length)
                    .Where(i => around[i].Count == around[shell].Count + 1 && around[i].Contains(shell)).Select(i => lines[i])])),
        ];
        IsValidOp valid = new(new MultiPolygon(parts));
        if (!valid.IsValid)
        {
            Coordinate where = valid.ValidationError.Coordinate;
            Require.That(
                false, Name,
                FormattableString.Invariant($"must have rings that do not cross or overlap; they do near ({where.X}, {where.Y})"));
        }
    }

    private static bool Encloses(Polygon other, Polygon ring, Point inner) =>
        other.Area > ring.Area && other.EnvelopeInternal.Contains(inner.X, inner.Y) && other.Contains(inner);
}
