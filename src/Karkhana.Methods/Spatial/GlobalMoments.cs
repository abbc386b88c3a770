namespace Karkhana.Methods.Spatial;

/// <summary>Expectation and variance of a global statistic under a null.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="Variance">The variance.</param>
internal readonly record struct GlobalMoments(double Expectation, double Variance)
{
    private const double Rounding = 1e-11;

    /// <summary>Gives the moments from the mean square; a variance that is nothing but rounding of the difference is
    /// 0.</summary>
    public static GlobalMoments FromSquare(double expectation, double meanSquare)
    {
        double variance = meanSquare - (expectation * expectation);
        return new(expectation, Math.Abs(variance) <= Rounding * Math.Abs(meanSquare) ? 0 : variance);
    }

    /// <summary>Gives the moments of Moran's I; Cliff and Ord 1981, section 2.3.</summary>
    public static GlobalMoments OfMoran(double n, WeightsConstants weights, double kurtosis, NullVariance variance)
    {
        (double s0, double s1, double s2) = weights;
        double square = s0 * s0;
        double expectation = -1 / (n - 1);
        double normal = ((n * n * s1) - (n * s2) + (3 * square)) / (square * ((n * n) - 1));
        double random = ((n * (((n * n) - (3 * n) + 3) * s1 - (n * s2) + (3 * square)))
            - (kurtosis * ((((n * n) - n) * s1) - (2 * n * s2) + (6 * square))))
            / ((n - 1) * (n - 2) * (n - 3) * square);
        return FromSquare(expectation, Defined(variance == NullVariance.Normality ? normal : random));
    }

    /// <summary>Gives the moments of Geary's C; Cliff and Ord 1981, section 2.3.</summary>
    public static GlobalMoments OfGeary(double n, WeightsConstants weights, double kurtosis, NullVariance variance)
    {
        (double s0, double s1, double s2) = weights;
        double square = s0 * s0;
        double normal = ((((2 * s1) + s2) * (n - 1)) - (4 * square)) / (2 * (n + 1) * square);
        double first = (n - 1) * s1 * ((n * n) - (3 * n) + 3 - ((n - 1) * kurtosis));
        double second = (n - 1) * s2 * ((n * n) + (3 * n) - 6 - (((n * n) - n + 2) * kurtosis)) / 4;
        double third = square * ((n * n) - 3 - ((n - 1) * (n - 1) * kurtosis));
        double random = (first - second + third) / (n * (n - 2) * (n - 3) * square);
        double chosen = Defined(variance == NullVariance.Normality ? normal : random);
        return new(1, Math.Abs(chosen) <= Rounding ? 0 : chosen);
    }

    private static double Defined(double meanSquare) => double.IsFinite(meanSquare) ? meanSquare : double.NaN;
}
