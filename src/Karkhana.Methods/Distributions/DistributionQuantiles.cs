using MathNet.Numerics.Distributions;

namespace Karkhana.Methods;

/// <summary>Quantiles to full precision where the root search of the library stops early or its bracket is too
/// narrow.</summary>
public static class DistributionQuantiles
{
    private const int Steps = 6;

    /// <summary>Gives the z with the given probability between −z and z under the standard normal distribution.</summary>
    /// <param name="confidence">The probability, between 0 and 1.</param>
    /// <returns>1.96 for 0.95.</returns>
    public static double TwoSidedNormal(double confidence) => Normal.InvCDF(0, 1, (1 + confidence) / 2);

    /// <summary>Gives the t with the given probability between −t and t under Student's distribution.</summary>
    /// <param name="confidence">The probability, between 0 and 1.</param>
    /// <param name="degrees">The degrees of freedom; NaN is given for fewer than one half.</param>
    /// <returns>2.228 for 0.95 and 10.</returns>
    public static double TwoSidedStudent(double confidence, double degrees) => StudentT.Quantile((1 + confidence) / 2, degrees);

    /// <summary>Gives the quantile of the beta distribution.</summary>
    internal static double OfBeta(double a, double b, double probability) => Polished(
        Beta.InvCDF(a, b, probability), probability, x => Beta.CDF(a, b, x), x => Beta.PDF(a, b, x));

    /// <summary>Gives the quantile of the chi-square distribution.</summary>
    internal static double OfChiSquare(double degrees, double probability) => Polished(
        ChiSquared.InvCDF(degrees, probability), probability,
        x => ChiSquared.CDF(degrees, x), x => ChiSquared.PDF(degrees, x));

    /// <summary>Gives the quantile of Fisher's F by that of the beta distribution, whose range is bounded.</summary>
    internal static double OfFisher(double degrees1, double degrees2, double probability)
    {
        // The upper half is read from the other side, so that 1 − b keeps its digits.
        double b = OfBeta(degrees1 / 2, degrees2 / 2, probability);
        double rest = b < 0.5 ? 1 - b : OfBeta(degrees2 / 2, degrees1 / 2, 1 - probability);
        return degrees2 * b / (degrees1 * rest);
    }

    private static double Polished(
        double start, double probability, Func<double, double> cumulative, Func<double, double> density)
    {
        double quantile = start;
        for (int step = 0; step < Steps; step++)
        {
            double change = (cumulative(quantile) - probability) / density(quantile);
            if (!double.IsFinite(change) || quantile - change <= 0)
            {
                break;
            }

            quantile -= change;
        }

        return quantile;
    }
}
