using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>A grid of shaded cells with their numbers, around zero.</summary>
internal static class HeatTableDrawing
{
    private const double LabelWidth = 210;
    private const double RowHeight = 34;
    private const int LinesAbove = 3;

    public static void Draw(SvgPage page)
    {
        FigureTable table = page.Table("cells");
        (string[] rows, string[] columns) = (table.Levels("row"), table.Levels("column"));
        PlotArea area = new(
            LabelWidth + 18, page.Top + 8 + (LinesAbove * 14), SvgPage.Width - LabelWidth - 36, rows.Length * RowHeight);
        double width = Math.Min(140, area.Width / columns.Length);
        Labels(page.Canvas, area, rows, columns, width);
        (string[] rowOf, string[] columnOf, string[] labels) = (table.Texts("row"), table.Texts("column"), table.Texts("label"));
        double[] estimates = table.Numbers("estimate");
        double most = HeatTableSpec.Most(table);
        for (int cell = 0; cell < table.Count; cell++)
        {
            double x = area.Left + (Array.IndexOf(columns, columnOf[cell]) * width);
            double y = area.Top + (Array.IndexOf(rows, rowOf[cell]) * RowHeight);
            double share = double.IsFinite(estimates[cell]) ? estimates[cell] / most : 0;
            page.Canvas.Rectangle(
                x + 1, y + 1, width - 2, RowHeight - 2,
                double.IsFinite(estimates[cell]) ? Palette.Diverging(share) : Palette.Missing);
            string ink = Math.Abs(share) > 0.55 ? Palette.Paper : Palette.Ink;
            page.Canvas.Text(
                x + (width / 2), y + 21, SvgPage.Shorten(labels[cell], (int)(width / 7)), 12, Anchor.Middle, ink);
        }

        page.TakenTo(area.Bottom + 6);
    }

    private static void Labels(SvgCanvas canvas, PlotArea area, string[] rows, string[] columns, double width)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            canvas.Text(
                area.Left - 9, area.Top + (row * RowHeight) + 21, SvgPage.Shorten(rows[row], 30), 12, Anchor.End);
        }

        for (int column = 0; column < columns.Length; column++)
        {
            string[] lines = [.. SvgPage.Wrap(columns[column], Math.Max(4, (int)(width / 7))).Take(LinesAbove)];
            for (int line = 0; line < lines.Length; line++)
            {
                double y = area.Top - 8 - ((lines.Length - 1 - line) * 14);
                canvas.Text(area.Left + ((column + 0.5) * width), y, lines[line], 12, Anchor.Middle);
            }
        }
    }
}
