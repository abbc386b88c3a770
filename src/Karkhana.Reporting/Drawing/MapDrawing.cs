using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>Points on the outline of countries, in the Mercator projection.</summary>
internal static class MapDrawing
{
    public static void Draw(SvgPage page)
    {
        FigureTable points = page.Table("points");
        (double[] longitudes, double[] latitudes) = (points.Numbers("longitude"), points.Numbers("latitude"));
        MapFrame frame = MapFrame.Draw(page, GeoBox.Around(longitudes, latitudes));
        Points(page, points, [.. longitudes.Zip(latitudes, frame.Place)]);
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
}
