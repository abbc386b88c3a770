using System.Globalization;
using Karkhana.Reporting.Drawing;

namespace Karkhana.Benchmarks.Simulation;

/// <summary>Seconds a quarter against firms and against ties on logarithmic scales with lines of slope 1, and the seconds of a comparison against workers.</summary>
internal static class GrowthFigure
{
    private const double Width = 980;
    private const double Height = 420;
    private const string Slope = "5 4";

    private static readonly double[] LegendLefts = [200, 270, 362];

    /// <summary>Draws it.</summary>
    /// <param name="done">The runs and what they took.</param>
    /// <returns>The SVG.</returns>
    public static string Draw(IReadOnlyList<(SimulationMeasure Run, SimulationTime Time)> done)
    {
        SvgCanvas canvas = new();
        canvas.Text(18, 26, "The cluster learning model: time grows in line with firms", 15, bold: true);
        canvas.Text(18, 44, "Synthetic firms, seconds of one processor; dashed: linear growth. Near: each learns from up to 200 neighbours.", 11, fill: Palette.Quiet);
        Firms(canvas, new PlotArea(76, 84, 400, 270), done);
        Ties(canvas, new PlotArea(560, 84, 190, 270), [.. done.Where(one => one.Run is { Model: "full", Firms: 10_000 })]);
        Workers(canvas, new PlotArea(820, 84, 140, 270), [.. done.Where(one => one.Run.Model == "comparison")]);
        return canvas.Finish(
            "simulation-growth", Width, Height, "Simulation: seconds over firms, ties and workers",
            "Seconds a quarter of the minimal and the full model over the number of firms and over ties, on logarithmic scales; seconds of a comparison of 18 levers over workers.");
    }

    private static void Firms(SvgCanvas canvas, PlotArea area, IReadOnlyList<(SimulationMeasure Run, SimulationTime Time)> done)
    {
        (string Name, string Model, bool Near)[] lines =
            [("full, near", "full", true), ("minimal, near", "minimal", true), ("minimal, far apart", "minimal", false)];
        (double X, double Y)[][] curves =
        [
            .. lines.Select(line => done.Where(one => one.Run.Model == line.Model && one.Run.Near == line.Near && one.Run.Ties is 0 or 3)
                .DistinctBy(one => one.Run.Firms).OrderBy(one => one.Run.Firms).Select(Quarter).ToArray()),
        ];
        LogScale across = new(200, 200_000, area.Left, area.Right);
        LogScale up = Up(area, curves.SelectMany(curve => curve));
        Axes(canvas, area, (across, "Firms", [320, 1000, 3200, 10_000, 32_000, 100_000]), (up, "Seconds a quarter"));
        for (int line = 0; line < lines.Length; line++)
        {
            Curve(canvas, area, (across, up), curves[line], Palette.Class(line));
            canvas.Circle(LegendLefts[line], area.Top - 14, 3.5, Palette.Class(line));
            canvas.Text(LegendLefts[line] + 8, area.Top - 10, lines[line].Name, 11, fill: Palette.Class(line));
        }
    }

    private static void Ties(SvgCanvas canvas, PlotArea area, IReadOnlyList<(SimulationMeasure Run, SimulationTime Time)> runs)
    {
        (double X, double Y)[] curve = [.. runs.OrderBy(one => one.Run.Ties).Select(one => ((double)one.Run.Ties, Quarter(one).Y))];
        LogScale across = new(0.8, 60, area.Left, area.Right);
        LogScale up = Up(area, curve);
        Axes(canvas, area, (across, "Ties that each firm names", [1, 3, 6, 12, 24, 48]), (up, ""));
        Curve(canvas, area, (across, up), curve, Palette.Class(0));
        canvas.Text(area.Left, area.Top - 10, "Full, 10,000 firms: seconds a quarter", 11);
    }

    private static void Workers(SvgCanvas canvas, PlotArea area, IReadOnlyList<(SimulationMeasure Run, SimulationTime Time)> runs)
    {
        double most = runs.Max(one => one.Time.Seconds) * 1.15;
        double step = area.Width / runs.Count;
        canvas.Line(area.Left, area.Bottom, area.Right, area.Bottom, Palette.Ink);
        for (int i = 0; i < runs.Count; i++)
        {
            double height = area.Height * runs[i].Time.Seconds / most;
            double left = area.Left + (step * (i + 0.2));
            canvas.Rectangle(left, area.Bottom - height, step * 0.6, height, Palette.Class(0));
            canvas.Text(left + (step * 0.3), area.Bottom - height - 6, Text(runs[i].Time.Seconds) + " s", 11, Anchor.Middle);
            canvas.Text(left + (step * 0.3), area.Bottom + 16, Text(runs[i].Run.Workers), 11, Anchor.Middle);
        }

        canvas.Text(area.Left, area.Top - 10, "18 levers, 200 runs: seconds", 11);
        canvas.Text(area.Left + (area.Width / 2), area.Bottom + 36, "Workers", 12, Anchor.Middle, bold: true);
    }

    private static (double X, double Y) Quarter((SimulationMeasure Run, SimulationTime Time) one) =>
        (one.Run.Firms, one.Time.Processor / one.Run.Quarters);

    private static LogScale Up(PlotArea area, IEnumerable<(double X, double Y)> points)
    {
        double[] seconds = [.. points.Select(point => point.Y)];
        return new LogScale(Power(Math.Floor(Math.Log10(seconds.Min()))), Power(Math.Ceiling(Math.Log10(seconds.Max()))), area.Bottom, area.Top);
    }

    private static void Axes(SvgCanvas canvas, PlotArea area, (LogScale Scale, string Title, double[] Ticks) across, (LogScale Scale, string Title) up)
    {
        foreach (double tick in across.Ticks)
        {
            double x = across.Scale.At(tick);
            canvas.Line(x, area.Top, x, area.Bottom, Palette.Grid);
            canvas.Text(x, area.Bottom + 16, Text(tick), 11, Anchor.Middle);
        }

        for (double power = -9; power <= 3; power++)
        {
            double y = up.Scale.At(Power(power));
            if (y >= area.Top - 0.5 && y <= area.Bottom + 0.5)
            {
                canvas.Line(area.Left, y, area.Right, y, Palette.Grid);
                canvas.Text(area.Left - 7, y + 4, Power(power).ToString("0.######", CultureInfo.InvariantCulture), 11, Anchor.End);
            }
        }

        canvas.Text(area.Left + (area.Width / 2), area.Bottom + 36, across.Title, 12, Anchor.Middle, bold: true);
        canvas.Text(area.Left, area.Top - 10, up.Title, 11);
    }

    // The dashed line has slope 1, goes through the last point and ends where the drawing does.
    private static void Curve(
        SvgCanvas canvas, PlotArea area, (LogScale Across, LogScale Up) scales, (double X, double Y)[] curve, string colour)
    {
        (double x, double y) = curve[^1];
        const int Steps = 200;
        (double X, double Y)[] line =
        [
            .. Enumerable.Range(0, Steps + 1).Select(step => curve[0].X * Math.Pow(x / curve[0].X, step / (double)Steps))
                .Select(at => (scales.Across.At(at), scales.Up.At(y * at / x))),
        ];
        canvas.Polyline([.. line.Where(point => point.Y <= area.Bottom)], colour, 1, Slope);
        canvas.Polyline([.. curve.Select(point => (scales.Across.At(point.X), scales.Up.At(point.Y)))], colour, 2);
        foreach ((double X, double Y) point in curve)
        {
            canvas.Circle(scales.Across.At(point.X), scales.Up.At(point.Y), 3.5, colour);
        }
    }

    private static double Power(double exponent) => Math.Pow(10, exponent);

    private static string Text(double number) => number.ToString(number < 100 ? "0.#" : "N0", CultureInfo.InvariantCulture);
}
