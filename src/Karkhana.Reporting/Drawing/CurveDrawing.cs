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

            curves.Marks(page);
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
                : new LinearScale(distances, area.Left, area.Right) { HasYears = table.IsYear("distance") };
            _up = new LinearScale(CurveSpec.Numbers.Skip(1).SelectMany(table.Numbers), area.Bottom, area.Top, ticks: 5);
        }

        public void Axes()
        {
            _area.HorizontalAxis(_canvas, _across, _table.Title("distance"));
            _area.VerticalAxis(_canvas, _up, _table.Title("estimate"));
        }

        public void Bands(string group)
        {
            Band(group);
            _canvas.Polyline(Points(group, "pointwise_low"), Palette.Quiet, 1.2, "3 3");
            _canvas.Polyline(Points(group, "pointwise_high"), Palette.Quiet, 1.2, "3 3");
        }

        public void Lines(string group, string colour)
        {
            _canvas.Polyline(Points(group, "benchmark"), Palette.Ink, 1.2, "5 4");
            _canvas.Polyline(Points(group, "estimate"), colour, 2.2);
        }

        /// <summary>Notes on the axis, such as the distance of a peak.</summary>
        public void Marks(SvgPage page)
        {
            if (!page.Figure.Data.ContainsKey("marks"))
            {
                return;
            }

            FigureTable marks = page.Table("marks");
            string[] labels = marks.Texts("label");
            double[] distances = marks.Numbers("distance");
            for (int mark = 0; mark < marks.Count; mark++)
            {
                double x = _across.At(distances[mark]);
                if (x >= _area.Left && x <= _area.Right)
                {
                    _canvas.Line(x, _area.Top, x, _area.Bottom, Palette.Quiet);
                    bool isLate = x > _area.Left + (0.7 * _area.Width);
                    _canvas.Text(x + (isLate ? -5 : 5), _area.Top + 12 + (14 * mark), labels[mark], 11, isLate ? Anchor.End : Anchor.Start, Palette.Quiet);
                }
            }
        }

        private void Band(string group)
        {
            IEnumerable<(double X, double Y)> low = Points(group, "global_low").Where(point => double.IsFinite(point.Y));
            IEnumerable<(double X, double Y)> high = Points(group, "global_high").Where(point => double.IsFinite(point.Y));
            List<(double X, double Y)> ring = [.. low, .. high.Reverse()];
            if (ring.Count > 2)
            {
                _canvas.Shape([ring], Palette.Quiet, opacity: 0.22);
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
