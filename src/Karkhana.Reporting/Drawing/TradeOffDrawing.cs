using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>Labelled points with intervals both ways and a dashed line at no gain.</summary>
internal static class TradeOffDrawing
{
    private const double Left = 84;
    private const double Height = 330;

    public static void Draw(SvgPage page)
    {
        FigureTable table = page.Table("points");
        PlotArea area = new(Left, page.Top + 6, SvgPage.Width - Left - 44, Height);
        double[] costs = [.. TradeOffSpec.Across.SelectMany(table.Numbers).Where(double.IsFinite)];
        IScale across = TradeOffSpec.IsWide(table)
            ? new LogScale(costs.Min() / TradeOffSpec.Room, costs.Max() * TradeOffSpec.Room, area.Left, area.Right)
            : new LinearScale(costs, area.Left, area.Right, ticks: 5);
        LinearScale up = new(
            new[] { "estimate", "conf_low", "conf_high" }.SelectMany(table.Numbers), area.Bottom, area.Top, zero: true, ticks: 5);
        area.HorizontalAxis(page.Canvas, across, TradeOffSpec.TitleOf(table, page.Texts));
        area.VerticalAxis(page.Canvas, up, table.Title("estimate"));
        page.Canvas.Line(area.Left, up.At(0), area.Right, up.At(0), Palette.Ink, 1.2, "5 4");
        Points(page.Canvas, table, across, up);
        page.TakenTo(area.Bottom + 42);
        string[] levels = table.Levels("group");
        page.Legend(table.Title("group"), levels, levels.Length > 1 ? [.. levels.Select(TradeOffSpec.ColourOf)] : null);
    }

    private static void Points(SvgCanvas canvas, FigureTable table, IScale across, LinearScale up)
    {
        (double[] x, double[] from, double[] to) = (table.Numbers("x"), table.Numbers("x_low"), table.Numbers("x_high"));
        (double[] y, double[] low, double[] high) = (table.Numbers("estimate"), table.Numbers("conf_low"), table.Numbers("conf_high"));
        (string[] labels, string[] groups, string[] levels) = (table.Texts("label"), table.Texts("group"), table.Levels("group"));
        foreach (int row in Enumerable.Range(0, table.Count).Where(row => double.IsFinite(x[row]) && double.IsFinite(y[row])))
        {
            string colour = levels.Length > 1 ? TradeOffSpec.ColourOf(groups[row], Array.IndexOf(levels, groups[row])) : Palette.Class(0);
            if (double.IsFinite(low[row]) && double.IsFinite(high[row]))
            {
                canvas.Line(across.At(x[row]), up.At(low[row]), across.At(x[row]), up.At(high[row]), colour, 1.4);
            }

            if (double.IsFinite(from[row]) && double.IsFinite(to[row]))
            {
                canvas.Line(across.At(from[row]), up.At(y[row]), across.At(to[row]), up.At(y[row]), colour, 1.4);
            }

            canvas.Circle(across.At(x[row]), up.At(y[row]), 4.4, colour);
            canvas.Text(across.At(x[row]) + 6, up.At(y[row]) - 8, labels[row], 11);
        }
    }
}
