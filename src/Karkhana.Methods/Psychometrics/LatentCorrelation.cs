namespace Karkhana.Methods.Psychometrics;

/// <summary>An estimated correlation of latent variables.</summary>
/// <param name="Estimate">The correlation; ±1 when one variable orders the other without exception.</param>
/// <param name="StandardError">Its standard error; NaN when not estimated or at ±1.</param>
/// <param name="Converged">Whether the maximum was reached.</param>
internal readonly record struct LatentCorrelation(double Estimate, double StandardError, bool Converged)
{
    /// <summary>Gives what a pair in perfect order has: there is no likelihood left to bend, hence no error.</summary>
    public static LatentCorrelation Perfect(int sign) => new(sign, double.NaN, true);

    /// <summary>Says whether one variable never falls (1) or never rises (−1) over the categories of another, else
    /// 0.</summary>
    /// <param name="lows">The least value in each category, in order.</param>
    /// <param name="highs">The greatest value in each category.</param>
    public static int PerfectOrder(ReadOnlySpan<double> lows, ReadOnlySpan<double> highs)
    {
        (bool rising, bool falling) = (true, true);
        for (int category = 1; category < lows.Length; category++)
        {
            // Neighbours suffice, for a category's least value is at most its greatest.
            rising &= highs[category - 1] <= lows[category];
            falling &= lows[category - 1] >= highs[category];
        }

        return rising ? 1 : falling ? -1 : 0;
    }
}
