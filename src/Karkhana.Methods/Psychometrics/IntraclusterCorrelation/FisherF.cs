using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Tail areas and quantiles of Fisher's F by the incomplete beta function, which keeps small tails.</summary>
internal static class FisherF
{
    /// <summary>Gives P(F ≥ f).</summary>
    public static double UpperTail(double statistic, double between, double within) => double.IsNaN(statistic)
        ? double.NaN
        : double.IsPositiveInfinity(statistic)
            ? 0
            : SpecialFunctions.BetaRegularized(within / 2, between / 2, within / (within + (between * statistic)));

    /// <summary>Gives the quantile; Newton steps finish the root search of the library.</summary>
    public static double Quantile(double probability, double between, double within)
    {
        // The share is small in the upper tail, where 1 − x would lose digits.
        double share = Beta.InvCDF(within / 2, between / 2, 1 - probability);
        for (int step = 0; step < 3; step++)
        {
            double error = SpecialFunctions.BetaRegularized(within / 2, between / 2, share) - (1 - probability);
            double slope = Beta.PDF(within / 2, between / 2, share);
            double next = share - (error / slope);
            share = next is > 0 and < 1 ? next : share;
        }

        return within * (1 - share) / (between * share);
    }
}
