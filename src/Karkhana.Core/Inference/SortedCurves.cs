using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Core.Inference;

/// <summary>Simulated curves sorted at each distance, with the most extreme rank that each takes anywhere.</summary>
/// <remarks>
/// Ranks count from the least value and from the greatest; equal values share the greater rank. Values that are not
/// defined have none. Cost: distances × S log S, once for any number of bands.
/// </remarks>
public sealed class SortedCurves
{
    private readonly double[][] _sorted;
    private readonly int[] _fromBelow;
    private readonly int[] _fromAbove;

    /// <summary>Sorts curves.</summary>
    /// <param name="curves">One simulated curve per row, at least one.</param>
    public SortedCurves(ReplicateRows curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        Require.Between(curves.Count, 1, int.MaxValue, nameof(curves));
        _sorted = new double[curves.Width][];
        _fromBelow = new int[curves.Count];
        _fromAbove = new int[curves.Count];
        Array.Fill(_fromBelow, curves.Count);
        Array.Fill(_fromAbove, curves.Count);
        for (int r = 0; r < _sorted.Length; r++)
        {
            _sorted[r] = Sorted(curves, r);
        }
    }

    private int Count => _fromBelow.Length;

    /// <summary>Gives a quantile of the values at each distance alone.</summary>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <returns>One number per distance, of type 7; NaN where no curve is defined.</returns>
    public IReadOnlyList<double> Quantile(double probability) =>
        [.. _sorted.Select(values => Quantiles.Type7(values, probability))];

    /// <summary>Draws the band of one rank.</summary>
    /// <param name="rank">The rank, from 1 to the number of curves.</param>
    /// <returns>The band.</returns>
    public RankBand OfRank(int rank)
    {
        Require.Between(rank, 1, Count, nameof(rank));
        return Band(rank, rank);
    }

    /// <summary>Draws the narrowest limits that at most a share of the curves cross, above and below counted
    /// apart.</summary>
    /// <remarks>Found without search: a curve crosses limit k when its most extreme rank is less than k.</remarks>
    /// <param name="alpha">The share, from 0 to 1.</param>
    /// <returns>The band.</returns>
    public RankBand Global(double alpha)
    {
        Require.Between(alpha, 0, 1, nameof(alpha));
        return Band(Greatest(_fromBelow, alpha), Greatest(_fromAbove, alpha));
    }

    /// <summary>Gives the greatest rank that at most a share of the curves crosses.</summary>
    private static int Greatest(int[] ranks, double alpha)
    {
        int[] sorted = [.. ranks.Order()];
        int allowed = (int)Math.Floor((alpha * sorted.Length) + 1e-9); // 0.05 · 1000 must be 50
        return allowed >= sorted.Length ? sorted.Length : sorted[allowed]; // the curve after the allowed ones stays inside
    }

    private RankBand Band(int lowerRank, int upperRank)
    {
        double curves = Count;
        return new RankBand(
            lowerRank,
            upperRank,
            [.. _sorted.Select(values => values.Length == 0 ? double.NaN : values[Math.Min(lowerRank, values.Length) - 1])],
            [.. _sorted.Select(values => values.Length == 0 ? double.NaN : values[Math.Max(values.Length - upperRank, 0)])],
            _fromBelow.Count(rank => rank < lowerRank) / curves,
            _fromAbove.Count(rank => rank < upperRank) / curves,
            Enumerable.Range(0, Count).Count(s => _fromBelow[s] < lowerRank || _fromAbove[s] < upperRank) / curves);
    }

    private double[] Sorted(ReplicateRows drawn, int r)
    {
        double[] values = new double[drawn.Count];
        int[] curves = new int[drawn.Count];
        int defined = 0;
        for (int s = 0; s < drawn.Count; s++)
        {
            double value = drawn.Row(s)[r];
            if (!double.IsNaN(value))
            {
                (values[defined], curves[defined++]) = (value, s);
            }
        }

        Array.Resize(ref values, defined);
        Array.Sort(values, curves, 0, defined);
        for (int first = 0; first < defined;)
        {
            int end = first + 1;
            while (end < defined && values[end] == values[first])
            {
                end++;
            }

            foreach (int curve in curves.AsSpan(first, end - first))
            {
                _fromBelow[curve] = Math.Min(_fromBelow[curve], end);
                _fromAbove[curve] = Math.Min(_fromAbove[curve], defined - first);
            }

            first = end;
        }

        return values;
    }
}
