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

            // About the observed count, term by term: factorial moments would lose the variance in their own size.
            Span<double> sums = stackalloc double[5];
            for (int distance = -Math.Min(c, count); distance <= c; distance++)
            {
                double term = Poisson.PMF(count, count + distance);
                for (int power = 0; power < sums.Length; power++)
                {
                    sums[power] += term;
                    term *= distance;
                }
            }

            (double shift, double second, double third, double fourth) = (sums[1] / sums[0], sums[2] / sums[0], sums[3] / sums[0], sums[4] / sums[0]);
            double square = shift * shift;
            return new TruncatedPoisson(
                sums[0],
                count + shift,
                second - square,
                third - (3 * shift * second) + (2 * shift * square),
                fourth - (4 * shift * third) + (6 * square * second) - (3 * square * square));
        }
    }
}
