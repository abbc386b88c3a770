using Karkhana.Core.Execution;
using Karkhana.Core.Inference;

namespace Karkhana.Methods.Econometrics;

/// <summary>Bounds of the mean effect when a step of differential trend after adoption is at most so many times the greatest
/// step before it.</summary>
/// <remarks>
/// Steps before adoption are those between consecutive relative periods up to the reference, whose estimate is 0, per
/// period of time. With the greatest d, the trend at relative period e is off by at most M·d·(e − reference); all
/// periods can be off to the same side, so that the mean is off by M·d times the mean distance. Limits are percentiles of the
/// bounds over draws of all estimates; |d| is greater in draws than in truth, which makes them wide.
/// Source: Rambachan and Roth 2023, doi:10.1093/restud/rdad018, section 2.4.1 (relative magnitudes); their limits invert
/// a conditional test instead.
/// </remarks>
internal sealed class TrendBounds
{
    private const double MostDeviation = 1000;

    private readonly double[] _periods;
    private readonly double[] _estimates;
    private readonly ReplicateRows _draws;
    private readonly double _reference;
    private readonly double _level;
    private readonly int[] _before;
    private readonly int[] _after;

    public TrendBounds(double[] periods, double[] estimates, ReplicateRows draws, double reference, double level)
    {
        (_periods, _estimates, _draws, _reference, _level) = (periods, estimates, draws, reference, level);
        _before = [.. Enumerable.Range(0, periods.Length).Where(place => periods[place] < reference)];
        _after = [.. Enumerable.Range(0, periods.Length).Where(place => periods[place] >= 0)];
    }

    private double Distance => _after.Average(place => _periods[place] - _reference);

    /// <summary>Gives the bounds at some deviation; without a period before the reference only for 0.</summary>
    public TrendBound At(double deviation)
    {
        if (_after.Length == 0 || (_before.Length == 0 && deviation > 0))
        {
            return new TrendBound(deviation, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        (double mean, double step) = Of(place => _estimates[place]);
        double reach = deviation * step * Distance;
        double[] low = new double[_draws.Count];
        double[] high = new double[_draws.Count];
        for (int draw = 0; draw < low.Length; draw++)
        {
            ReadOnlySpan<double> row = _draws.Row(draw);
            double[] drawn = [.. row];
            (double center, double own) = Of(place => _estimates[place] + drawn[place]);
            low[draw] = center - (deviation * own * Distance);
            high[draw] = center + (deviation * own * Distance);
        }

        Array.Sort(low);
        Array.Sort(high);
        return new TrendBound(
            deviation, mean - reach, mean + reach, Quantiles.Type7(low, (1 - _level) / 2), Quantiles.Type7(high, (1 + _level) / 2));
    }

    /// <summary>Gives the greatest deviation at which the limits still leave 0 out; 0 when not even parallel trends
    /// do.</summary>
    public double Breakdown()
    {
        if (_after.Length == 0 || _before.Length == 0)
        {
            return double.NaN;
        }

        double least = 0;
        double most = 1;
        if (!LeavesZeroOut(0))
        {
            return 0;
        }

        while (LeavesZeroOut(most))
        {
            if (most > MostDeviation)
            {
                return double.PositiveInfinity;
            }

            most *= 2;
        }

        for (int halving = 0; halving < 40; halving++)
        {
            double middle = (least + most) / 2;
            (least, most) = LeavesZeroOut(middle) ? (middle, most) : (least, middle);
        }

        return least;
    }

    private bool LeavesZeroOut(double deviation)
    {
        TrendBound bound = At(deviation);
        return bound.ConfidenceLow > 0 || bound.ConfidenceHigh < 0;
    }

    private (double Mean, double Step) Of(Func<int, double> estimate)
    {
        double step = 0;
        for (int i = 0; i < _before.Length; i++)
        {
            bool last = i == _before.Length - 1;
            double next = last ? 0 : estimate(_before[i + 1]);
            double time = (last ? _reference : _periods[_before[i + 1]]) - _periods[_before[i]];
            step = Math.Max(step, Math.Abs(next - estimate(_before[i])) / time);
        }

        return (_after.Average(estimate), step);
    }
}
