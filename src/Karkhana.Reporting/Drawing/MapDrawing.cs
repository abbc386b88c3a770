using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>Points on the outline of countries, in the Mercator projection.</summary>
internal static class MapDrawing
{
    public static void Draw(SvgPage page)
    {
        FigureTable points = page.Table("points");
        (double[] longitudes, double[] latitudes) = (points.Numbers("longitude"), points.Numbers("latitude"));
        GeoBox box = GeoBox.Around(longitudes, latitudes);
        double width = SvgPage.Width - 36;
        double scale = width / (box.East - box.West);
        double height = (Up(box.North) - Up(box.South)) * scale;
        (double X, double Y) Place(double longitude, double latitude) =>
            (18 + ((longitude - box.West) * scale), page.Top + 4 + ((Up(box.North) - Up(latitude)) * scale));

        page.Canvas.Rectangle(18, page.Top + 4, width, height, "#eef3f8");
        foreach (Outline.Land land in Outline.Within(box))
        {
            page.Canvas.Shape(
                land.Rings.Select(ring => (IReadOnlyList<(double, double)>)[.. Enumerable.Range(0, ring.Length / 2)
                    .Select(point => Place(ring[2 * point], ring[(2 * point) + 1]))]),
                Palette.Land, Palette.Coast);
        }

        Points(page, points, [.. longitudes.Zip(latitudes, Place)]);
        page.TakenTo(page.Top + height + 8);
        page.Legend(points.Title("group"), points.Levels("group"));
        if (points.HasNumbers("size"))
        {
            page.Note(points.Title("size") + ": " + SizeRange(points.Numbers("size")));
        }
    }

    private static void Points(SvgPage page, FigureTable points, (double X, double Y)[] places)
    {
        string[] levels = points.Levels("group");
        string[] groups = points.Texts("group");
        double[] sizes = points.Numbers("size");
        double most = Math.Max(1e-9, sizes.Where(double.IsFinite).DefaultIfEmpty(1).Max());
        for (int row = 0; row < points.Count; row++)
        {
            (double x, double y) = places[row];
            if (double.IsFinite(x) && double.IsFinite(y))
            {
                double radius = double.IsFinite(sizes[row]) ? 2 + (8 * Math.Sqrt(Math.Max(0, sizes[row]) / most)) : 3.4;
                page.Canvas.Circle(x, y, radius, Palette.Class(Math.Max(0, Array.IndexOf(levels, groups[row]))), 0.8);
            }
        }
    }

    private static string SizeRange(double[] sizes)
    {
        double[] known = [.. sizes.Where(double.IsFinite)];
        int decimals = Array.TrueForAll(known, size => size == Math.Floor(size)) ? 0 : 2;
        return $"{NumberText.Decimals(known.Min(), decimals, "")} – {NumberText.Decimals(known.Max(), decimals, "")}";
    }

    private static double Up(double latitude) =>
        Math.Log(Math.Tan((Math.PI / 4) + (latitude * Math.PI / 360))) * 180 / Math.PI;
}
