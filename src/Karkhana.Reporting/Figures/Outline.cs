using System.Text.Json;

namespace Karkhana.Reporting.Figures;

/// <summary>The land of countries (Natural Earth, 1:50 million, public domain), cut to what a map shows.</summary>
internal static class Outline
{
    private static readonly Lazy<Land[]> All = new(Read);

    /// <summary>A polygon of a country: the outer ring, then its holes; each ring x, y, x, y, …</summary>
    public sealed record Land(string Country, double[][] Rings);

    /// <summary>The parts of countries inside the box, cut at its edges.</summary>
    public static IReadOnlyList<Land> Within(GeoBox box)
    {
        List<Land> inside = [];
        foreach (Land land in All.Value.Where(land => Meets(land.Rings[0], box)))
        {
            double[][] rings = [.. land.Rings.Select(ring => Cut(ring, box)).Where(ring => ring.Length >= 8)];
            if (rings.Length > 0)
            {
                inside.Add(land with { Rings = rings });
            }
        }

        return inside;
    }

    private static bool Meets(double[] ring, GeoBox box)
    {
        (double west, double east, double south, double north) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        for (int i = 0; i < ring.Length; i += 2)
        {
            (west, east) = (Math.Min(west, ring[i]), Math.Max(east, ring[i]));
            (south, north) = (Math.Min(south, ring[i + 1]), Math.Max(north, ring[i + 1]));
        }

        return west < box.East && east > box.West && south < box.North && north > box.South;
    }

    /// <summary>Cuts a ring at the four edges in turn (Sutherland and Hodgman), which keeps its direction.</summary>
    private static double[] Cut(double[] ring, GeoBox box)
    {
        List<double> cut = [.. ring];
        foreach ((int axis, double edge, int side) in new[] { (0, box.West, 1), (0, box.East, -1), (1, box.South, 1), (1, box.North, -1) })
        {
            cut = CutAt(cut, axis, edge, side);
        }

        if (cut.Count >= 6 && (cut[0] != cut[^2] || cut[1] != cut[^1]))
        {
            cut.AddRange([cut[0], cut[1]]);
        }

        return [.. cut.Select(value => Math.Round(value, 4))];
    }

    private static List<double> CutAt(List<double> ring, int axis, double edge, int side)
    {
        List<double> kept = [];
        for (int i = 0; i < ring.Count; i += 2)
        {
            int before = i == 0 ? ring.Count - 2 : i - 2;
            double here = side * (ring[i + axis] - edge);
            double there = side * (ring[before + axis] - edge);
            if (here >= 0 != there >= 0)
            {
                double share = there / (there - here);
                kept.Add(ring[before] + (share * (ring[i] - ring[before])));
                kept.Add(ring[before + 1] + (share * (ring[i + 1] - ring[before + 1])));
            }

            if (here >= 0)
            {
                kept.Add(ring[i]);
                kept.Add(ring[i + 1]);
            }
        }

        return kept;
    }

    private static Land[] Read()
    {
        using Stream stream = typeof(Outline).Assembly.GetManifestResourceStream("Web/outline.json")!;
        using JsonDocument document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("features").EnumerateArray().SelectMany(country =>
            country.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(polygon => new Land(
                country.GetProperty("properties").GetProperty("name").GetString()!,
                [.. polygon.EnumerateArray().Select(ring => ring.EnumerateArray()
                    .SelectMany(point => point.EnumerateArray().Select(value => value.GetDouble())).ToArray())])))];
    }
}
