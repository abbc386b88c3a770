using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>Firms as bars growing to the left, item steps as dots to the right, one upright scale between them.</summary>
internal static class PersonItemMapDrawing
{
    private const double PersonsWidth = 190;
    private const double Height = 340;
    private const double Left = 66;

    public static void Draw(SvgPage page)
    {
        (FigureTable items, FigureTable persons) = (page.Table("items"), page.Table("persons"));
        PlotArea left = new(Left, page.Top + 6, PersonsWidth, Height);
        PlotArea right = new(left.Right + 14, left.Top, SvgPage.Width - left.Right - 14 - 24, Height);
        LinearScale up = new(PersonItemMapSpec.Values(items, persons), left.Bottom, left.Top);
        left.VerticalAxis(page.Canvas, up, items.Title("estimate"));
        foreach (double tick in up.Ticks())
        {
            page.Canvas.Line(right.Left, up.At(tick), right.Right, up.At(tick), Palette.Grid);
        }

        Persons(page.Canvas, persons, left, up);
        Items(page.Canvas, items, right, up);
        page.Canvas.Line(left.Right + 7, left.Top, left.Right + 7, left.Bottom, Palette.Ink, 1.2);
        page.TakenTo(left.Bottom + 60);
        page.Legend(items.Title("group"), items.Levels("group"));
    }

    private static void Persons(SvgCanvas canvas, FigureTable persons, PlotArea area, LinearScale up)
    {
        (double[] lows, double[] highs, double[] counts) = (persons.Numbers("low"), persons.Numbers("high"), persons.Numbers("n"));
        LinearScale across = new(counts, area.Right, area.Left, zero: true, ticks: 3);
        area.HorizontalAxis(canvas, across, persons.Title("n"));
        for (int row = 0; row < persons.Count; row++)
        {
            if (double.IsFinite(counts[row]))
            {
                double top = up.At(highs[row]);
                canvas.Rectangle(
                    across.At(counts[row]), top + 0.5, area.Right - across.At(counts[row]), up.At(lows[row]) - top - 1, Palette.Class(0), 0.85);
            }
        }
    }

    private static void Items(SvgCanvas canvas, FigureTable items, PlotArea area, LinearScale up)
    {
        (string[] terms, string[] levels) = (items.Levels("term"), items.Levels("group"));
        (string[] termOf, string[] groups, double[] estimates) = (items.Texts("term"), items.Texts("group"), items.Numbers("estimate"));
        double step = area.Width / terms.Length;
        for (int term = 0; term < terms.Length; term++)
        {
            double x = area.Left + ((term + 0.5) * step);
            canvas.Line(x, area.Top, x, area.Bottom, Palette.Grid, 0.6);
            bool isLowered = step < 34 && term % 2 == 1; // long lists of short ids still do not run into each other
            canvas.Text(x, area.Bottom + (isLowered ? 28 : 16), SvgPage.Shorten(terms[term], 8), 10, Anchor.Middle);
        }

        canvas.Text(area.Left + (area.Width / 2), area.Bottom + 46, items.Title("term"), 12, Anchor.Middle, bold: true);
        for (int row = 0; row < items.Count; row++)
        {
            if (double.IsFinite(estimates[row]))
            {
                double x = area.Left + ((Array.IndexOf(terms, termOf[row]) + 0.5) * step);
                canvas.Circle(x, up.At(estimates[row]), 4.6, Palette.Class(Array.IndexOf(levels, groups[row])));
            }
        }
    }
}
