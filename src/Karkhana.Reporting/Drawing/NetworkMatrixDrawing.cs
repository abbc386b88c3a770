using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>A cell for each tie, givers down, receivers across, with the parts of the network outlined.</summary>
internal static class NetworkMatrixDrawing
{
    private const double Side = 560;
    private const double LeastCell = 1.4; // a cell of less than a pixel would not be seen

    public static void Draw(SvgPage page)
    {
        (FigureTable ties, FigureTable blocks) = (page.Table("ties"), page.Table("blocks"));
        double cell = Side / NetworkMatrixSpec.Last(ties, blocks);
        PlotArea area = new((SvgPage.Width - Side) / 2, page.Top + 24, Side, Side);
        page.Canvas.Rectangle(area.Left, area.Top, Side, Side, Palette.Grid, 0.35);
        page.Canvas.Text(area.Left + (Side / 2), area.Top - 8, ties.Title("x"), 12, Anchor.Middle, bold: true);
        page.Canvas.Upwards(area.Left - 10, area.Top + (Side / 2), ties.Title("y"));
        (double[] x, double[] y, string[] groups, string[] levels) =
            (ties.Numbers("x"), ties.Numbers("y"), ties.Texts("group"), ties.Levels("group"));
        for (int tie = 0; tie < ties.Count; tie++)
        {
            if (double.IsFinite(x[tie]) && double.IsFinite(y[tie]))
            {
                double side = Math.Max(LeastCell, cell);
                page.Canvas.Rectangle(
                    area.Left + ((x[tie] - 1) * cell), area.Top + ((y[tie] - 1) * cell), side, side, Palette.Class(Array.IndexOf(levels, groups[tie])));
            }
        }

        Outline(page.Canvas, blocks, area, cell);
        page.TakenTo(area.Bottom + 4);
        page.Legend(ties.Title("group"), levels);
    }

    private static void Outline(SvgCanvas canvas, FigureTable blocks, PlotArea area, double cell)
    {
        (double[] lows, double[] highs) = (blocks.Numbers("low"), blocks.Numbers("high"));
        for (int block = 0; block < blocks.Count; block++)
        {
            (double low, double high) = ((lows[block] - 1) * cell, highs[block] * cell);
            canvas.Polyline(
                [
                    (area.Left + low, area.Top + low), (area.Left + high, area.Top + low), (area.Left + high, area.Top + high),
                    (area.Left + low, area.Top + high), (area.Left + low, area.Top + low),
                ],
                Palette.Quiet, 1);
        }
    }
}
