using System.Globalization;

namespace Karkhana.Reporting.Drawing;

/// <summary>From values to places on the page, with round ticks.</summary>
internal sealed class LinearScale : IScale
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _from;
    private readonly double _to;

    public LinearScale(IEnumerable<double> values, double from, double to, bool zero = false, int ticks = 6)
    {
        double[] known = [.. values.Where(double.IsFinite), .. zero ? [0.0] : Array.Empty<double>()];
        (double low, double high) = known.Length == 0 ? (0, 1) : (known.Min(), known.Max());
        if (high - low < 1e-12 * Math.Max(1, Math.Abs(high)))
        {
            double half = Math.Max(0.5, Math.Abs(high) / 2);
            (low, high) = (low - half, high + half);
        }

        Step = RoundStep((high - low) / ticks);
        (_low, _high) = (Math.Floor((low / Step) + 1e-9) * Step, Math.Ceiling((high / Step) - 1e-9) * Step);
        (_from, _to) = (from, to);
    }

    public double Step { get; }

    /// <summary>Gets a value indicating whether values are years, which have no separators.</summary>
    public bool HasYears { get; init; }

    public double At(double value) => _from + ((value - _low) / (_high - _low) * (_to - _from));

    public IEnumerable<double> Ticks()
    {
        int count = (int)Math.Round((_high - _low) / Step);
        return Enumerable.Range(0, count + 1).Select(tick => _low + (tick * Step));
    }

    public string Label(double tick) => HasYears ? tick.ToString("0.##", CultureInfo.InvariantCulture) : NumberText.Tick(tick, Step);

    private static double RoundStep(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double share = rough / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }
}
