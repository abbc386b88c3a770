using Karkhana.Core.Errors;

namespace Karkhana.Core.Randomness;

/// <summary>Draws from the binomial distribution in constant time.</summary>
/// <remarks>
/// Inversion where the smaller of the two expected counts is below 10 (Kachitvichyanukul and Schmeiser 1988, algorithm
/// BINV), else transformed rejection with squeeze (Hörmann 1993, algorithm BTRS). Both are exact up to the rounding of
/// doubles.
/// Source: Kachitvichyanukul and Schmeiser 1988, doi:10.1145/42372.42381; Hörmann 1993, Journal of Statistical
/// Computation and Simulation 46:101-110.
/// </remarks>
public static class BinomialDraw
{
    private const double LeastForRejection = 10;

    private static readonly double[] SmallLogFactorials = LogFactorials(16);

    /// <summary>Draws a number of successes.</summary>
    /// <param name="stream">The random numbers.</param>
    /// <param name="trials">The number of trials, zero or greater.</param>
    /// <param name="probability">The probability of success, from 0 to 1.</param>
    /// <returns>The number of successes.</returns>
    public static int Next(RandomStream stream, int trials, double probability)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Require.Between(trials, 0, int.MaxValue, nameof(trials));
        Require.Between(probability, 0, 1, nameof(probability));
        if (probability > 0.5)
        {
            return trials - Next(stream, trials, 1 - probability);
        }

        if (trials == 0 || probability == 0)
        {
            return 0;
        }

        return trials * probability < LeastForRejection
            ? ByInversion(stream, trials, probability)
            : ByRejection(stream, trials, probability);
    }

    private static int ByInversion(RandomStream stream, int trials, double probability)
    {
        double odds = probability / (1 - probability);
        double none = Math.Exp(trials * double.LogP1(-probability));
        while (true)
        {
            double left = stream.NextDouble();
            double mass = none;
            for (int successes = 0; successes <= trials; successes++)
            {
                if (left < mass)
                {
                    return successes;
                }

                left -= mass;
                mass *= odds * (trials - successes) / (successes + 1);
            }
        }
    }

    private static int ByRejection(RandomStream stream, int trials, double probability)
    {
        double spread = Math.Sqrt(trials * probability * (1 - probability));
        double b = 1.15 + (2.53 * spread);
        double a = -0.0873 + (0.0248 * b) + (0.01 * probability);
        double centre = (trials * probability) + 0.5;
        double mode = Math.Floor((trials + 1.0) * probability);
        while (true)
        {
            double v = stream.NextDouble();
            double u = stream.NextDouble() - 0.5;
            double us = 0.5 - Math.Abs(u);
            double k = Math.Floor((((2 * a / us) + b) * u) + centre);
            if (us >= 0.07 && v <= 0.92 - (4.2 / b))
            {
                return (int)k;
            }

            if (!(k >= 0 && k <= trials))
            {
                continue;
            }

            double hat = Math.Log(v * (2.83 + (5.1 / b)) * spread / ((a / (us * us)) + b));
            double mass = LogFactorial(mode) + LogFactorial(trials - mode) - LogFactorial(k) - LogFactorial(trials - k)
                + ((k - mode) * Math.Log(probability / (1 - probability)));
            if (hat <= mass)
            {
                return (int)k;
            }
        }
    }

    /// <summary>Gives ln k! by Stirling's series, off by less than 1e-13, and by a table below 16.</summary>
    private static double LogFactorial(double k)
    {
        if (k < SmallLogFactorials.Length)
        {
            return SmallLogFactorials[(int)k];
        }

        double inverse = 1 / (k * k);
        double series = (1.0 / 12) - (inverse * ((1.0 / 360) - (inverse * ((1.0 / 1260) - (inverse / 1680)))));
        return ((k + 0.5) * Math.Log(k)) - k + (0.5 * Math.Log(2 * Math.PI)) + (series / k);
    }

    private static double[] LogFactorials(int count)
    {
        double[] logs = new double[count];
        double factorial = 1;
        for (int k = 1; k < count; k++)
        {
            factorial *= k;
            logs[k] = Math.Log(factorial);
        }

        return logs;
    }
}
