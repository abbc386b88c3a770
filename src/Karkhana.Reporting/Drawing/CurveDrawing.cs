using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>Curves with bands and a benchmark, one panel per group up to six.</summary>
internal static class CurveDrawing
{
    private const double Gap = 84;

    public static void Draw(SvgPage page)
    {
        FigureTable table = page.Table("curve");
        string[] levels = table.Levels("group");
        bool isShared = levels.Length > CurveSpec.MostPanels;
        int panels = isShared ? 1 : levels.Length;
        int across = Math.Min(panels, 2);
        double width = (SvgPage.Width - 76 - 24 - ((across - 1) * Gap)) / across;
        double height = panels > 2 ? 190 : 290;
        for (int panel = 0; panel < panels; panel++)
        {
            double top = page.Top + (panels > 1 ? 20 : 6) + (panel / across * (height + 76));
            PlotArea area = new(76 + (panel % across * (width + Gap)), top, width, height);
            Curves curves = new(page.Canvas, table, area);
            curves.Axes();
            if (panels > 1)
            {
                page.Canvas.Text(area.Left, top - 8, SvgPage.Shorten(levels[panel], 44), 12, bold: true);
            }

            if (!isShared)
            {
                curves.Bands(levels[panel]);
            }

            for (int level = isShared ? 0 : panel; level < (isShared ? levels.Length : panel + 1); level++)
            {
                curves.Lines(levels[level], Palette.Class(isShared ? level : 0));
            }

            page.TakenTo(area.Bottom + 42);
        }

        page.Legend(table.Title("group"), isShared ? levels : []);
    }

    /// <summary>The curves of one panel.</summary>
    private sealed class Curves
    {
        private readonly SvgCanvas _canvas;
        private readonly FigureTable _table;
        private readonly PlotArea _area;
        private readonly IScale _across;
        private readonly LinearScale _up;
        private readonly string[] _groups;

        public Curves(SvgCanvas canvas, FigureTable table, PlotArea area)
        {
            (_canvas, _table, _area) = (canvas, table, area);
            _groups = table.Texts("group");
            double[] distances = table.Numbers("distance");
            _across = CurveSpec.IsWide(distances)
                ? new LogScale(distances.Min(), distances.Max(), area.Left, area.Right)
                : new LinearScale(distances, area.Left, area.Right);
            _up = new LinearScale(CurveSpec.Numbers.Skip(1).SelectMany(table.Numbers), area.Bottom, area.Top, ticks: 5);
        }

        public void Axes()
        {
            _area.HorizontalAxis(_canvas, _across, _table.Title("distance"));
            _area.VerticalAxis(_canvas, _up, _table.Title("estimate"));
        }

        public void Bands(string group)
        {
            Band(group, "global", 0.18);
            Band(group, "pointwise", 0.32);
        }

        public void Lines(string group, string colour)
        {
            _canvas.Polyline(Points(group, "benchmark"), Palette.Ink, 1.2, "5 4");
            _canvas.Polyline(Points(group, "estimate"), colour, 2.2);
        }

        private void Band(string group, string kind, double opacity)
        {
            IEnumerable<(double X, double Y)> low = Points(group, kind + "_low").Where(point => double.IsFinite(point.Y));
            IEnumerable<(double X, double Y)> high = Points(group, kind + "_high").Where(point => double.IsFinite(point.Y));
            List<(double X, double Y)> ring = [.. low, .. high.Reverse()];
            if (ring.Count > 2)
            {
                _canvas.Shape([ring], Palette.Quiet, opacity: opacity);
            }
        }

        private List<(double X, double Y)> Points(string group, string column)
        {
            double[] distances = _table.Numbers("distance");
            double[] values = _table.Numbers(column);
            return [.. Enumerable.Range(0, _table.Count).Where(row => _groups[row] == group).OrderBy(row => distances[row])
                .Select(row => (_across.At(distances[row]), _up.At(values[row])))];
        }
    }
}
