using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The half width at which all counts lie within it of the observed ones as often as is asked for.</summary>
/// <remarks>
/// Multinomial counts are independent Poisson counts given their sum. The probability that all lie within c of the
/// observed ones is a product of Poisson probabilities times the density of the sum of truncated Poisson counts at n,
/// by an Edgeworth expansion of its first four moments. Source: Sison &amp; Glaz 1995,
/// doi:10.1080/01621459.1995.10476521; Levin 1981, doi:10.1214/aos/1176345593.
/// </remarks>
internal static class SisonGlaz
{
    /// <summary>Gives c and the fraction of a step that lacks to the coverage.</summary>
    public static (int HalfWidth, double Fraction) Solve(int[] counts, int total, double confidence)
    {
        double before = 0;
        for (int c = 0; c <= total; c++)
        {
            double coverage = Coverage(counts, total, c);
            if (coverage >= confidence)
            {
                return c == 0 ? (0, 0) : (c - 1, (confidence - before) / (coverage - before));
            }

            before = coverage;
        }

        return (total, 0);
    }

    /// <summary>Gives the probability that every count lies within c of the observed one.</summary>
    public static double Coverage(int[] counts, int total, int c)
    {
        double logProduct = SpecialFunctions.GammaLn(total + 1.0) - (total * Math.Log(total)) + total;
        (double mean, double variance, double third, double fourth) = (0, 0, 0, 0);
        foreach (int count in counts)
        {
            TruncatedPoisson part = TruncatedPoisson.Of(count, c);
            logProduct += Math.Log(part.Probability);
            mean += part.Mean;
            variance += part.Variance;
            third += part.Third;
            fourth += part.Fourth - (3 * part.Variance * part.Variance);
        }

        return Math.Exp(logProduct) * (variance <= 0 ? 1 : Density(total - mean, variance, third, fourth));
    }

    private static double Density(double distance, double variance, double third, double excess)
    {
        double z = distance / Math.Sqrt(variance);
        double skewness = third / Math.Pow(variance, 1.5);
        double kurtosis = excess / (variance * variance);
        double square = z * z;
        double correction = 1
            + (skewness / 6 * z * (square - 3))
            + (kurtosis / 24 * ((square * square) - (6 * square) + 3))
            + (skewness * skewness / 72 * ((square * square * square) - (15 * square * square) + (45 * square) - 15));
        return Normal.PDF(0, 1, z) * correction / Math.Sqrt(variance);
    }

    /// <summary>A Poisson count with the observed count as mean, kept within c of it.</summary>
    private readonly record struct TruncatedPoisson(double Probability, double Mean, double Variance, double Third, double Fourth)
    {
        public static TruncatedPoisson Of(int count, int c)
        {
            if (count == 0)
            {
                return new TruncatedPoisson(1, 0, 0, 0, 0);
            }

            (int least, int most) = (Math.Max(0, count - c), count + c);
            double probability = Between(count, least, most);
            double m1 = count * Between(count, least - 1, most - 1) / probability;
            double m2 = Math.Pow(count, 2) * Between(count, least - 2, most - 2) / probability;
            double m3 = Math.Pow(count, 3) * Between(count, least - 3, most - 3) / probability;
            double m4 = Math.Pow(count, 4) * Between(count, least - 4, most - 4) / probability;
            double square = m1 * m1;

            // From factorial moments to central ones.
            return new TruncatedPoisson(
                probability,
                m1,
                m2 + m1 - square,
                m3 + (m2 * (3 - (3 * m1))) + m1 - (3 * square) + (2 * square * m1),
                m4 + (m3 * (6 - (4 * m1))) + (m2 * (7 - (12 * m1) + (6 * square)))
                    + m1 - (4 * square) + (6 * square * m1) - (3 * square * square));
        }

        private static double Between(double mean, int least, int most) => most < 0
            ? 0
            : Poisson.CDF(mean, most) - (least <= 0 ? 0 : Poisson.CDF(mean, least - 1));
    }
}
