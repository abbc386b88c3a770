using Karkhana.Reporting.Figures;

namespace Karkhana.Reporting.Drawing;

/// <summary>A polygon per group on axes from 0 to 1, with rings at quarters of full marks.</summary>
internal static class RadarDrawing
{
    private const double Radius = 140;
    private const double Room = 34;

    public static void Draw(SvgPage page)
    {
        RadarTable radar = RadarTable.Of(page.Figure);
        (double X, double Y) middle = (SvgPage.Width / 2, page.Top + Room + Radius);
        (double X, double Y) Place((double X, double Y) point) => (middle.X + (Radius * point.X), middle.Y - (Radius * point.Y));
        foreach (double ring in RadarTable.Rings)
        {
            page.Canvas.Polyline([.. radar.Ring(ring).Select(Place)], ring < 1 ? Palette.Grid : Palette.Quiet, 1.2);
        }

        for (int axis = 0; axis < radar.Axes.Length; axis++)
        {
            Axis(page.Canvas, radar, axis, middle, Place);
        }

        for (int group = 0; group < radar.Groups.Length; group++)
        {
            Polygon(page.Canvas, radar, group, Place);
        }

        foreach (double ring in RadarTable.Rings.Prepend(0))
        {
            (double x, double y) = Place(radar.At(0, ring));
            page.Canvas.Text(x + 5, y + 11, NumberText.Decimals(ring, ring is 0 or 1 ? 0 : 2, ""), 9, fill: Palette.Quiet);
        }

        page.TakenTo(middle.Y + Radius + Room);
        page.Legend(radar.Title("group"), radar.Groups);
    }

    private static void Axis(
        SvgCanvas canvas, RadarTable radar, int axis, (double X, double Y) middle, Func<(double X, double Y), (double X, double Y)> place)
    {
        (double x, double y) = place(radar.At(axis, 1));
        canvas.Line(middle.X, middle.Y, x, y, Palette.Grid);
        int side = Math.Sign(Math.Round(x - middle.X, 6));
        Anchor anchor = side > 0 ? Anchor.Start : side < 0 ? Anchor.End : Anchor.Middle;
        double below = y > middle.Y + 1 ? 20 : y < middle.Y - 1 ? -10 : 4;
        canvas.Text(x + (10 * side), y + below, SvgPage.Shorten(radar.Label(axis), 36), 12, anchor, bold: true);
    }

    private static void Polygon(SvgCanvas canvas, RadarTable radar, int group, Func<(double X, double Y), (double X, double Y)> place)
    {
        string colour = Palette.Class(group);
        (double X, double Y)[] corners = [.. radar.Corners(radar.Groups[group]).Select(place)];
        canvas.Shape([corners], colour, opacity: 0.18);
        canvas.Polyline(corners, colour, 2.2);
        double[] scores = radar.Scores(radar.Groups[group]);
        for (int axis = 0; axis < scores.Length; axis++)
        {
            if (double.IsFinite(scores[axis]))
            {
                canvas.Circle(corners[axis].X, corners[axis].Y, 4.4, colour);
            }
        }
    }
}
