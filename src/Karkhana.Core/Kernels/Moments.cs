using Karkhana.Core.Errors;

namespace Karkhana.Core.Kernels;

/// <summary>Skewness of a column and the slope of one on another: short descriptions, not estimators with errors.</summary>
public static class Moments
{
    /// <summary>Gives Σ (x − mean)³/n ÷ s³, with s² the variance with n − 1.</summary>
    /// <remarks>This is b1 of Joanes and Gill 1998, doi:10.1111/1467-9884.00122. Cost: n.</remarks>
    /// <param name="values">The values.</param>
    /// <returns>The skewness; NaN for fewer than two values or values that are all alike.</returns>
    public static double Skewness(ReadOnlySpan<double> values)
    {
        double deviation = Math.Sqrt(Sums.Variance(values));
        if (!(deviation > 0))
        {
            return double.NaN;
        }

        double mean = Sums.Mean(values);
        double[] cubes = new double[values.Length];
        for (int i = 0; i < cubes.Length; i++)
        {
            cubes[i] = Math.Pow((values[i] - mean) / deviation, 3);
        }

        return Sums.Mean(cubes);
    }

    /// <summary>Gives the slope of the least-squares line of y on x: Σ (x − mean)(y − mean) ÷ Σ (x − mean)².</summary>
    /// <remarks>Cost: n.</remarks>
    /// <param name="x">What is given.</param>
    /// <param name="y">What follows, as many.</param>
    /// <returns>The slope; NaN when x does not vary.</returns>
    public static double Slope(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Require.SameLength(x.Length, y.Length, nameof(y));
        (double meanX, double meanY) = (Sums.Mean(x), Sums.Mean(y));
        (double[] centredX, double[] centredY) = (new double[x.Length], new double[y.Length]);
        for (int i = 0; i < centredX.Length; i++)
        {
            (centredX[i], centredY[i]) = (x[i] - meanX, y[i] - meanY);
        }

        double squares = Sums.Dot(centredX, centredX);
        return squares > 0 ? Sums.Dot(centredX, centredY) / squares : double.NaN;
    }
}
