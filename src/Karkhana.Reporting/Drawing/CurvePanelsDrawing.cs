using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>Small drawings of curves, three in a row, on one pair of scales.</summary>
internal static class CurvePanelsDrawing
{
    private const int MostAcross = 3;
    private const double Gap = 56;
    private const double Left = 66;
    private const double Height = 120;
    private const double Step = Height + 74;

    public static void Draw(SvgPage page)
    {
        FigureTable table = page.Table("curves");
        (string[] panels, string[] levels) = (table.Levels("panel"), table.Levels("group"));
        int across = Math.Min(panels.Length, MostAcross);
        double width = (SvgPage.Width - Left - 24 - ((across - 1) * Gap)) / across;
        for (int panel = 0; panel < panels.Length; panel++)
        {
            PlotArea area = new(Left + (panel % across * (width + Gap)), page.Top + 20 + (panel / across * Step), width, Height);
            page.Canvas.Text(area.Left, area.Top - 8, SvgPage.Shorten(panels[panel], (int)(width / 7)), 12, bold: true);
            Curves(page.Canvas, table, area, panels[panel], levels, isFirst: panel % across == 0);
            page.TakenTo(area.Bottom + 42);
        }

        page.Legend(table.Title("group"), levels);
    }

    private static void Curves(SvgCanvas canvas, FigureTable table, PlotArea area, string panel, string[] levels, bool isFirst)
    {
        (double[] xs, double[] ys) = (table.Numbers("x"), table.Numbers("estimate"));
        LinearScale across = new(xs, area.Left, area.Right, ticks: 5);
        LinearScale up = new(ys, area.Bottom, area.Top, ticks: 4);
        area.HorizontalAxis(canvas, across, table.Title("x"));
        area.VerticalAxis(canvas, up, isFirst ? table.Title("estimate") : "");
        (string[] panels, string[] groups) = (table.Texts("panel"), table.Texts("group"));
        for (int level = 0; level < levels.Length; level++)
        {
            List<(double X, double Y)> points = [.. Enumerable.Range(0, table.Count)
                .Where(row => panels[row] == panel && groups[row] == levels[level]).OrderBy(row => xs[row])
                .Select(row => (across.At(xs[row]), up.At(ys[row])))];
            if (points.Count > 0)
            {
                canvas.Polyline(points, Palette.Class(level), 1.8);
            }
        }
    }
}
