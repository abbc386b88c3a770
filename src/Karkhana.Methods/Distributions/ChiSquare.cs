using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace Karkhana.Methods;

/// <summary>Tail areas of the central and the noncentral χ² distribution.</summary>
internal static class ChiSquare
{
    // Poisson weights farther out than this from their mean m add less than 1e-20.
    private const double Deviations = 12;
    private const double LeastReach = 40;

    /// <summary>Gives P(χ² ≥ statistic); NaN without degrees of freedom or statistic.</summary>
    public static double UpperTail(double statistic, double degrees) =>
        !(degrees > 0) || double.IsNaN(statistic) ? double.NaN
        : statistic <= 0 ? 1
        : double.IsPositiveInfinity(statistic) ? 0
        : SpecialFunctions.GammaUpperRegularized(degrees / 2, statistic / 2);

    /// <summary>Gives P(χ² ≤ statistic) for noncentrality λ ≥ 0.</summary>
    /// <remarks>Σ_j Poisson(j; λ/2)·P(degrees/2 + j, statistic/2), from the greatest j down, because P(a, x) = P(a + 1, x) +
    /// xᵃe⁻ˣ/Γ(a + 1) then only adds; in logarithms, so that a λ of thousands underflows nowhere. Cost: about 24√λ
    /// terms.</remarks>
    public static double LowerTail(double statistic, double degrees, double noncentrality)
    {
        double half = statistic / 2;
        if (noncentrality <= 0)
        {
            return SpecialFunctions.GammaLowerRegularized(degrees / 2, half);
        }

        double mean = noncentrality / 2;
        double reach = (Deviations * Math.Sqrt(mean)) + LeastReach;
        int first = (int)Math.Max(0, Math.Floor(mean - reach));
        int last = (int)Math.Ceiling(mean + reach);
        double shape = (degrees / 2) + last;
        double below = SpecialFunctions.GammaLowerRegularized(shape, half);
        double weight = (last * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(last + 1.0);
        double step = ((shape - 1) * Math.Log(half)) - half - SpecialFunctions.GammaLn(shape);
        double total = 0;
        for (int j = last; j >= first; j--)
        {
            total += Math.Exp(weight) * below;
            weight += Math.Log(j / mean);
            below += Math.Exp(step);
            shape--;
            step += Math.Log(shape / half);
        }

        return Math.Min(1, total);
    }

    /// <summary>Gives the λ at which the statistic is the quantile of the given probability; 0 when even λ = 0 puts more
    /// beyond it.</summary>
    public static double Noncentrality(double statistic, double degrees, double probability)
    {
        double Excess(double noncentrality) => LowerTail(statistic, degrees, noncentrality) - probability;
        if (!(statistic > 0) || Excess(0) <= 0)
        {
            return 0;
        }

        double most = Math.Max(1, statistic);
        while (Excess(most) > 0)
        {
            most *= 2;
        }

        return Brent.FindRoot(Excess, 0, most, 1e-12, 200);
    }
}
