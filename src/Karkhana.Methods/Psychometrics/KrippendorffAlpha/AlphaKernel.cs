using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Observed and expected disagreement of units, each counted any number of times.</summary>
/// <remarks>
/// No table of coincidences is kept. The ordinal distance of two categories is that of their middle ranks among all
/// pairable ratings, so that it is an interval distance; Σ n_c n_k (v_c − v_k)² = 2n Σ n_c (v_c − v̄)², and within a unit
/// of m ratings likewise. Only ratios need all pairs of categories.
/// </remarks>
internal sealed class AlphaKernel
{
    private readonly ScaleLevel _level;
    private readonly double[] _values;
    private readonly int[][] _units;

    public AlphaKernel(RaterTable ratings, ScaleLevel level)
    {
        _level = level;
        double[][] rated = [.. Enumerable.Range(0, ratings.Units)
            .Select(unit => ratings.Ratings.Select(rater => rater[unit]).Where(rating => !double.IsNaN(rating)).ToArray())
            .Where(unit => unit.Length > 1)];
        _values = [.. rated.SelectMany(unit => unit).Distinct().Order()];
        Require.That(
            level != ScaleLevel.Ratio || _values.Length == 0 || _values[0] >= 0, nameof(RaterTable.Ratings),
            FormattableString.Invariant($"must not be negative on a ratio scale; the least was {(_values.Length == 0 ? 0 : _values[0])}"));
        _units = [.. rated.Select(unit => unit.Select(rating => Array.BinarySearch(_values, rating)).ToArray())];
    }

    /// <summary>Gets the units with at least two ratings.</summary>
    public int Units => _units.Length;

    /// <summary>Gets the ratings of these units.</summary>
    public int Ratings => _units.Sum(unit => unit.Length);

    /// <summary>Computes alpha when unit u comes <paramref name="times"/>[u] times.</summary>
    /// <returns>The mean disagreement within units and that of all pairs of ratings; alpha is 1 less their
    /// ratio.</returns>
    public (double Observed, double Expected) Disagreement(ReadOnlySpan<int> times)
    {
        double[] counts = new double[_values.Length];
        double all = 0;
        for (int unit = 0; unit < _units.Length; unit++)
        {
            foreach (int category in _units[unit])
            {
                counts[category] += times[unit];
            }

            all += times[unit] * _units[unit].Length;
        }

        double[] places = Places(counts);
        double within = 0;
        for (int unit = 0; unit < _units.Length; unit++)
        {
            if (times[unit] > 0)
            {
                within += times[unit] * Within(_units[unit], places) / (_units[unit].Length - 1);
            }
        }

        return (within / all, Between(counts, all, places) / (all * (all - 1)));
    }

    /// <summary>Gives where each category lies on the scale that distances are measured on.</summary>
    private double[] Places(double[] counts)
    {
        if (_level != ScaleLevel.Ordinal)
        {
            return _values;
        }

        double[] ranks = new double[counts.Length];
        double below = 0;
        for (int category = 0; category < counts.Length; category++)
        {
            ranks[category] = below + (counts[category] / 2);
            below += counts[category];
        }

        return ranks;
    }

    private double Within(int[] unit, double[] places)
    {
        double sum = 0;
        for (int a = 0; a < unit.Length; a++)
        {
            for (int b = a + 1; b < unit.Length; b++)
            {
                sum += unit[a] == unit[b] ? 0 : 2 * Squared(places[unit[a]], places[unit[b]]);
            }
        }

        return sum;
    }

    private double Between(double[] counts, double all, double[] places) => _level switch
    {
        ScaleLevel.Nominal => (all * all) - Sums.Dot(counts, counts),
        ScaleLevel.Ratio => BetweenRatios(counts, places),
        _ => 2 * all * AboutMean(counts, all, places),
    };

    private static double AboutMean(double[] counts, double all, double[] places)
    {
        double mean = Sums.Dot(counts, places) / all;
        double sum = 0;
        for (int category = 0; category < counts.Length; category++)
        {
            sum += counts[category] * (places[category] - mean) * (places[category] - mean);
        }

        return sum;
    }

    private double BetweenRatios(double[] counts, double[] places)
    {
        double sum = 0;
        for (int a = 0; a < counts.Length; a++)
        {
            for (int b = a + 1; b < counts.Length; b++)
            {
                sum += 2 * counts[a] * counts[b] * Squared(places[a], places[b]);
            }
        }

        return sum;
    }

    // Of different categories only.
    private double Squared(double a, double b)
    {
        double distance = _level switch
        {
            ScaleLevel.Nominal => 1,
            ScaleLevel.Ratio => (a - b) / (a + b),
            _ => a - b,
        };
        return distance * distance;
    }
}
