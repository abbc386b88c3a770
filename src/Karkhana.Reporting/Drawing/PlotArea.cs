namespace Karkhana.Reporting.Drawing;

/// <summary>A rectangle of the page that holds a plot, with its axes.</summary>
internal readonly record struct PlotArea(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public void HorizontalAxis(SvgCanvas canvas, IScale scale, string title)
    {
        foreach (double tick in scale.Ticks())
        {
            double x = scale.At(tick);
            canvas.Line(x, Top, x, Bottom, Palette.Grid);
            canvas.Text(x, Bottom + 16, scale.Label(tick), 11, Anchor.Middle);
        }

        canvas.Text(Left + (Width / 2), Bottom + 36, title, 12, Anchor.Middle, bold: true);
    }

    public void VerticalAxis(SvgCanvas canvas, LinearScale scale, string title)
    {
        foreach (double tick in scale.Ticks())
        {
            double y = scale.At(tick);
            canvas.Line(Left, y, Right, y, Palette.Grid);
            canvas.Text(Left - 7, y + 4, scale.Label(tick), 11, Anchor.End);
        }

        canvas.Upwards(Left - 48, Top + (Height / 2), title);
    }
}
