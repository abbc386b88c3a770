namespace Karkhana.Methods;

/// <summary>The limiting distribution of Kolmogorov's statistic.</summary>
internal static class Kolmogorov
{
    private const int Terms = 100;
    private const double Small = 1;

    /// <summary>Gives P(K ≥ x).</summary>
    /// <remarks>2 Σ (−1)^(k−1) exp(−2k²x²), and below 1, where that converges slowly, 1 − √(2π)/x Σ exp(−(2k −
    /// 1)²π²/(8x²)). Source: Feller 1948, doi:10.1214/aoms/1177730243.</remarks>
    public static double UpperTail(double x)
    {
        if (!(x > 0))
        {
            return double.IsNaN(x) ? double.NaN : 1;
        }

        double sum = 0;
        for (int k = Terms; k >= 1; k--)
        {
            double odd = (2 * k) - 1;
            sum += x < Small
                ? Math.Exp(-odd * odd * Math.PI * Math.PI / (8 * x * x))
                : (k % 2 == 1 ? 1 : -1) * Math.Exp(-2.0 * k * k * x * x);
        }

        return x < Small ? 1 - (Math.Sqrt(2 * Math.PI) / x * sum) : 2 * sum;
    }
}
