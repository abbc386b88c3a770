using Karkhana.Core.Inference;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Karkhana.Methods;

/// <summary>Tail areas and quantiles of Student's t to full precision.</summary>
internal static class StudentT
{
    private const double LeastDegrees = 0.5;

    /// <summary>Gives P(|T| ≥ |t|) by the incomplete beta function, which keeps small tails that 1 − CDF
    /// loses.</summary>
    public static double TwoSidedPValue(double statistic, double degrees) => double.IsNaN(statistic) || degrees <= 0
        ? double.NaN
        : double.IsInfinity(statistic)
            ? 0
            : double.IsInfinity(degrees)
                ? NormalTail.PValue(statistic, Alternative.TwoSided)
                : SpecialFunctions.BetaRegularized(degrees / 2, 0.5, degrees / (degrees + (statistic * statistic)));

    /// <summary>Gives the p-value of a statistic; infinite degrees for the normal distribution.</summary>
    public static double PValue(double statistic, double degrees, Alternative alternative)
    {
        double both = TwoSidedPValue(statistic, degrees);
        bool asked = alternative == Alternative.Greater ? statistic > 0 : statistic < 0;
        return alternative == Alternative.TwoSided ? both : asked ? both / 2 : 1 - (both / 2);
    }

    /// <summary>Gives the quantile; the library's root search stops at 1e-8, so Newton steps finish it.</summary>
    /// <remarks>NaN below one half of a degree of freedom: limits there say nothing, and their search does not end.</remarks>
    public static double Quantile(double probability, double degrees)
    {
        if (!(degrees >= LeastDegrees))
        {
            return double.NaN;
        }

        if (double.IsInfinity(degrees) || degrees > 1e8)
        {
            return Normal.InvCDF(0, 1, probability);
        }

        double quantile = MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, degrees, probability);
        for (int step = 0; step < 4; step++)
        {
            double error = MathNet.Numerics.Distributions.StudentT.CDF(0, 1, degrees, quantile) - probability;
            quantile -= error / MathNet.Numerics.Distributions.StudentT.PDF(0, 1, degrees, quantile);
        }

        return quantile;
    }
}
