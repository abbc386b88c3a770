using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>The sorted estimates with intervals, and below a mark at each choice that made them.</summary>
internal static class SpecificationCurveDrawing
{
    private const double LabelWidth = 220;
    private const double Height = 190;
    private const double RowHeight = 16;

    public static void Draw(SvgPage page)
    {
        (FigureTable estimates, FigureTable choices) = (page.Table("specifications"), page.Table("choices"));
        PlotArea upper = new(LabelWidth, page.Top + 4, SvgPage.Width - LabelWidth - 30, Height);
        LinearScale across = new([0, .. estimates.Numbers("x"), estimates.Numbers("x").Where(double.IsFinite).DefaultIfEmpty(1).Max() + 1], upper.Left, upper.Right, ticks: 5);
        Estimates(page.Canvas, estimates, upper, across);
        page.TakenTo(upper.Bottom);
        page.Legend(estimates.Title("group"), estimates.Levels("group"));
        double top = upper.Bottom + 40;
        string[] terms = choices.Levels("term");
        PlotArea lower = new(LabelWidth, top, upper.Width, terms.Length * RowHeight);
        Choices(page.Canvas, choices, lower, across);
        lower.HorizontalAxis(page.Canvas, across, choices.Title("x"));
        page.TakenTo(lower.Bottom + 42);
    }

    private static void Estimates(SvgCanvas canvas, FigureTable table, PlotArea area, LinearScale across)
    {
        (double[] x, double[] y, double[] lows, double[] highs) =
            (table.Numbers("x"), table.Numbers("estimate"), table.Numbers("conf_low"), table.Numbers("conf_high"));
        LinearScale up = new([0, .. y, .. lows, .. highs], area.Bottom, area.Top, ticks: 5);
        area.VerticalAxis(canvas, up, table.Title("estimate"));
        (string[] groups, string[] levels) = (table.Texts("group"), table.Levels("group"));
        foreach (int row in Enumerable.Range(0, table.Count).Where(row => double.IsFinite(x[row]) && double.IsFinite(y[row])))
        {
            if (double.IsFinite(lows[row]) && double.IsFinite(highs[row]))
            {
                canvas.Line(across.At(x[row]), up.At(lows[row]), across.At(x[row]), up.At(highs[row]), Palette.Quiet, 0.6);
            }
        }

        foreach (int row in Enumerable.Range(0, table.Count).Where(row => double.IsFinite(x[row]) && double.IsFinite(y[row])))
        {
            canvas.Circle(across.At(x[row]), up.At(y[row]), 2, Palette.Class(Array.IndexOf(levels, groups[row])));
        }

        canvas.Line(area.Left, up.At(0), area.Right, up.At(0), Palette.Ink, 1.2, "5 4");
    }

    private static void Choices(SvgCanvas canvas, FigureTable table, PlotArea area, LinearScale across)
    {
        (double[] x, string[] terms, string[] groups) = (table.Numbers("x"), table.Texts("term"), table.Texts("group"));
        (string[] lines, string[] levels) = (table.Levels("term"), table.Levels("group"));
        for (int line = 0; line < lines.Length; line++)
        {
            canvas.Text(area.Left - 9, area.Top + ((line + 0.5) * RowHeight) + 4, SvgPage.Shorten(lines[line], 34), 11, Anchor.End);
        }

        foreach (int row in Enumerable.Range(0, table.Count).Where(row => double.IsFinite(x[row])))
        {
            double y = area.Top + (Array.IndexOf(lines, terms[row]) * RowHeight);
            canvas.Line(
                across.At(x[row]), y + 3, across.At(x[row]), y + RowHeight - 3, Palette.Class(Array.IndexOf(levels, groups[row])), 1.2);
        }
    }
}
