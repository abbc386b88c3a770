namespace Karkhana.Reporting.Drawing;

/// <summary>From positive values to places on the page by their logarithm, with ticks at 1, 2 and 5 of each power of
/// ten.</summary>
internal sealed class LogScale(double low, double high, double from, double to) : IScale
{
    private static readonly double[] Steps = [1, 2, 5];

    public double At(double value) => from + (Math.Log(value / low) / Math.Log(high / low) * (to - from));

    public IEnumerable<double> Ticks() => Enumerable
        .Range((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high / low)) + 2)
        .SelectMany(power => Steps.Select(step => step * Math.Pow(10, power)))
        .Where(tick => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));

    public string Label(double tick) => NumberText.Significant(tick, 1, "");
}
