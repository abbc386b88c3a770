using System.Runtime.Intrinsics;
using Karkhana.Core.Errors;

namespace Karkhana.Core.Kernels;

/// <summary>Reductions in four fixed lanes: the same bits on any machine, with or without vector
/// instructions.</summary>
/// <remarks>
/// Lane k adds the elements k, k + 4, k + 8, …; the lanes are joined as (0 + 1) + (2 + 3) and the last one to three
/// elements are added after that, in order. No fused multiply-add. Cost: one pass.
/// </remarks>
public static class Sums
{
    private const int Lanes = 4;

    /// <summary>Adds the values.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The sum; 0 when there is none.</returns>
    public static double Sum(ReadOnlySpan<double> values)
    {
        Vector256<double> lanes = Vector256<double>.Zero;
        int i = 0;
        for (; i <= values.Length - Lanes; i += Lanes)
        {
            lanes += Vector256.Create(values[i..]);
        }

        double sum = Join(lanes);
        for (; i < values.Length; i++)
        {
            sum += values[i];
        }

        return sum;
    }

    /// <summary>Adds the products of two rows of values.</summary>
    /// <param name="left">The first values.</param>
    /// <param name="right">The second values, as many.</param>
    /// <returns>The sum of products.</returns>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        Require.SameLength(left.Length, right.Length, nameof(right));
        Vector256<double> lanes = Vector256<double>.Zero;
        int i = 0;
        for (; i <= left.Length - Lanes; i += Lanes)
        {
            lanes += Vector256.Create(left[i..]) * Vector256.Create(right[i..]);
        }

        double sum = Join(lanes);
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <summary>Gives the arithmetic mean.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The mean; NaN when there is no value.</returns>
    public static double Mean(ReadOnlySpan<double> values) => values.IsEmpty ? double.NaN : Sum(values) / values.Length;

    /// <summary>Gives the sample variance, divisor n − 1, by two passes with the correction of Chan, Golub and
    /// LeVeque.</summary>
    /// <param name="values">The values.</param>
    /// <returns>The variance; NaN with fewer than two values.</returns>
    public static double Variance(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            return double.NaN;
        }

        double mean = Mean(values);
        double squares = 0;
        double rest = 0;
        foreach (double value in values)
        {
            double deviation = value - mean;
            squares += deviation * deviation;
            rest += deviation;
        }

        return (squares - (rest * rest / values.Length)) / (values.Length - 1);
    }

    private static double Join(Vector256<double> lanes) => (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]);
}
