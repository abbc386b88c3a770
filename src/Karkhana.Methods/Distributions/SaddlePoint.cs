using MathNet.Numerics;

namespace Karkhana.Methods;

/// <summary>Probabilities of counts in logarithms that lose no digits to differences of large log-gammas.</summary>
/// <remarks>
/// Stirling's formula is taken off each factorial, so that only its small remainder δ and the deviance
/// x·ln(x/m) + m − x are left; the first argument may be any number ≥ 0, for the terms of incomplete gamma and beta functions.
/// Source: Loader 2000, Fast and accurate computation of binomial probabilities.
/// </remarks>
internal static class SaddlePoint
{
    private const double LeastForSeries = 15;
    private const double NearlyEqual = 0.1;
    private const int MostTerms = 1000;

    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>Gives δ(n) = ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π for n &gt; 0.</summary>
    public static double StirlingRemainder(double n)
    {
        if (n < LeastForSeries)
        {
            return SpecialFunctions.GammaLn(n + 1) - ((n + 0.5) * Math.Log(n)) + n - HalfLogTwoPi;
        }

        double s = 1 / (n * n);
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - ((1.0 / 1188) * s)) * s)) * s)) * s)) / n;
    }

    /// <summary>Gives x ln(x/m) + m − x for x ≥ 0 and m &gt; 0.</summary>
    public static double Deviance(double x, double mean)
    {
        if (x == 0)
        {
            return mean;
        }

        if (Math.Abs(x - mean) >= NearlyEqual * (x + mean))
        {
            double ratio = x / mean;
            double log = ratio is > 0 and < double.PositiveInfinity ? Math.Log(ratio) : Math.Log(x) - Math.Log(mean);
            return (x * log) + mean - x;
        }

        // ln(x/m) = 2 artanh v, v = (x − m)/(x + m): its series without the terms that cancel.
        double v = (x - mean) / (x + mean);
        double sum = (x - mean) * v;
        double power = 2 * x * v;
        for (int j = 1; j < MostTerms; j++)
        {
            power *= v * v;
            double next = sum + (power / ((2 * j) + 1));
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        return sum;
    }

    /// <summary>Gives ln(mˣ e⁻ᵐ/Γ(x + 1)).</summary>
    public static double LogPoisson(double x, double mean) => x == 0
        ? -mean
        : mean == 0
            ? double.NegativeInfinity
            : -StirlingRemainder(x) - Deviance(x, mean) - HalfLogTwoPi - (0.5 * Math.Log(x));

    /// <summary>Gives ln(pˣ qⁿ⁻ˣ Γ(n + 1)/(Γ(x + 1) Γ(n − x + 1))), q = 1 − p given so that it keeps its digits.</summary>
    public static double LogBinomial(double x, double n, double p, double q)
    {
        if (p == 0 || q == 0)
        {
            return x == (p == 0 ? 0 : n) ? 0 : double.NegativeInfinity;
        }

        double rest = n - x;
        if (x == 0 || rest == 0)
        {
            (double own, double other) = x == 0 ? (q, p) : (p, q);
            return n * (other < 0.5 ? SpecialFunctions.Log1p(-other) : Math.Log(own));
        }

        double remainders = StirlingRemainder(n) - StirlingRemainder(x) - StirlingRemainder(rest);
        return remainders - Deviance(x, n * p) - Deviance(rest, n * q) - HalfLogTwoPi - (0.5 * (Math.Log(x) + Math.Log(rest / n)));
    }

    /// <summary>Gives ln Γ(a + ½) − ln Γ(a).</summary>
    public static double LogHalfStep(double a) =>
        (a * SpecialFunctions.Log1p(0.5 / a)) + (0.5 * Math.Log(a)) - 0.5 + StirlingRemainder(a + 0.5) - StirlingRemainder(a);
}
