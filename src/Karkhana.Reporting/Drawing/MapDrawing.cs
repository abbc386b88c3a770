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
        Links(page, frame);
        Points(page, points, [.. longitudes.Zip(latitudes, frame.Place)]);
        page.Legend(points.Title("group"), points.Levels("group"));
        if (points.HasNumbers("size"))
        {
            page.Note(points.Title("size") + ": " + SizeRange(points.Numbers("size")));
        }
    }

    private static void Links(SvgPage page, MapFrame frame)
    {
        if (!page.Figure.Data.ContainsKey("links"))
        {
            return;
        }

        FigureTable links = page.Table("links");
        (double[] fromX, double[] fromY, double[] toX, double[] toY) =
            (links.Numbers("from_x"), links.Numbers("from_y"), links.Numbers("to_x"), links.Numbers("to_y"));
        double[] weights = links.Numbers("weight");
        double most = Math.Max(1e-9, weights.Where(double.IsFinite).DefaultIfEmpty(1).Max());
        for (int row = 0; row < links.Count; row++)
        {
            double width = double.IsFinite(weights[row]) ? 1 + (5 * Math.Max(0, weights[row]) / most) : 1;
            page.Canvas.Polyline([frame.Place(fromX[row], fromY[row]), frame.Place(toX[row], toY[row])], Palette.Quiet, width);
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
