using Karkhana.Core.Errors;

namespace Karkhana.Core.Randomness;

/// <summary>Turns a uniform number into a count with the Poisson distribution, for small counts.</summary>
/// <remarks>
/// Inversion: the least k with u ≤ e^−m Σ_{i ≤ k} m^i/i!, at most a given count. One uniform gives one count, and a greater mean
/// never a smaller one. A mean whose e^−m is no longer a number above zero (above 745) gives the most. Cost: the count.
/// Source: Devroye 1986, Non-Uniform Random Variate Generation, section X.3.3.
/// </remarks>
public static class PoissonQuantile
{
    private const double Below = 1e-15;
    private const int Greatest = 500; // beyond it e^-m drops to zero before the count is reached

    /// <summary>Gives the count.</summary>
    /// <param name="mean">The mean, zero or greater; may be infinite.</param>
    /// <param name="uniform">The probability, from 0 to 1.</param>
    /// <param name="most">The greatest count, from 0 to 500.</param>
    /// <returns>From 0 to the greatest.</returns>
    public static int Of(double mean, double uniform, int most)
    {
        Require.Between(mean, 0, double.PositiveInfinity, nameof(mean));
        Require.Between(uniform, 0, 1, nameof(uniform));
        Require.Between(most, 0, Greatest, nameof(most));
        if (uniform < 1 - mean - Below)
        {
            return 0; // 1 − m lies below e^−m: most draws of a small mean need no exponential
        }

        double probability = Math.Exp(-mean);
        if (probability == 0)
        {
            return most;
        }

        double below = probability;
        int count = 0;
        while (uniform > below && count < most)
        {
            count++;
            probability *= mean / count;
            below += probability;
        }

        return count;
    }
}
