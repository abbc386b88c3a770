namespace Karkhana.Core.Inference;

/// <summary>Wilson's score interval of a share.</summary>
public static class WilsonInterval
{
    /// <summary>Gives the limits.</summary>
    /// <remarks>
    /// (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²))/(1 + z²/n): never outside [0, 1] and of use at 0 and 1. With sampling weights n is
    /// the effective number (Σw)²/Σw². Source: Wilson 1927, doi:10.1080/01621459.1927.10502953. Agrees with: R
    /// prop.test(correct = FALSE), relative 1e-12.
    /// </remarks>
    /// <param name="share">The observed share.</param>
    /// <param name="n">The number of observations, effective when weighted.</param>
    /// <param name="z">The quantile of the standard normal: 1.96 for 95 %.</param>
    /// <returns>The limits; NaN without observations.</returns>
    public static (double Low, double High) Of(double share, double n, double z)
    {
        if (!(n > 0))
        {
            return (double.NaN, double.NaN);
        }

        double shrink = 1 + (z * z / n);
        double centre = share + (z * z / (2 * n));
        double half = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
        // At 0 and 1 centre and half differ by no more than rounding.
        return (
            share == 0 ? 0 : Math.Max(0, (centre - half) / shrink),
            share == 1 ? 1 : Math.Min(1, (centre + half) / shrink));
    }
}
