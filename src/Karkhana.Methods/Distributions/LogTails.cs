using MathNet.Numerics;

namespace Karkhana.Methods;

/// <summary>The logarithms of P(X ≤ x) and P(X &gt; x), each to its own relative precision.</summary>
/// <param name="Lower">ln P(X ≤ x).</param>
/// <param name="Upper">ln P(X &gt; x).</param>
internal readonly record struct LogTails(double Lower, double Upper)
{
    private const double Tiny = 1e-300;
    private const double Precision = 1e-16;
    private const int MostTerms = 10_000_000;
    private const double NearZero = 0.01;

    private static readonly double[] Zeta =
        [1.6449340668482264, 1.2020569031595943, 1.0823232337111382, 1.03692775514337, 1.0173430619844491, 1.0083492773819228];

    /// <summary>Gets the tails where everything lies above.</summary>
    public static LogTails None { get; } = new(double.NegativeInfinity, 0);

    /// <summary>Gets the tails where everything lies below.</summary>
    public static LogTails All { get; } = new(0, double.NegativeInfinity);

    /// <summary>Gets the same with the sides exchanged.</summary>
    public LogTails Turned => new(Upper, Lower);

    /// <summary>Gives both tails from the lower one.</summary>
    public static LogTails OfLower(double lower) => new(lower, LogComplement(lower));

    /// <summary>Gives both tails from the upper one.</summary>
    public static LogTails OfUpper(double upper) => new(LogComplement(upper), upper);

    /// <summary>Gives the tails of the gamma distribution with scale 1: the regularised incomplete gamma functions.</summary>
    /// <remarks>
    /// Below shape + 1 the series xᵃe⁻ˣ/Γ(a + 1) · Σ xⁿ/((a + 1)…(a + n)), above it the continued fraction of Legendre; where
    /// shape and x are both small the upper tail has its own series, for 1 − P would cancel. Cost: about √shape terms near the mean.
    /// Source: Abramowitz and Stegun 1964, 6.5.29 and 6.5.31.
    /// </remarks>
    public static LogTails OfGamma(double x, double shape)
    {
        if (x <= 0)
        {
            return None;
        }

        if (double.IsPositiveInfinity(x))
        {
            return All;
        }

        double first = SaddlePoint.LogPoisson(shape, x);
        if (x >= shape + 1)
        {
            double fraction = Fraction(x + 1 - shape, n => -n * (n - shape), n => x + 1 - shape + (2.0 * n));
            return OfUpper(Math.Min(0, first + Math.Log(shape) + Math.Log(fraction)));
        }

        double lower = first + Math.Log(GammaSeries(x, shape));
        if (x > 1 || shape >= 1 || lower < -Constants.Ln2)
        {
            return OfLower(Math.Min(0, lower));
        }

        return OfUpper(Math.Log(SmallUpper(x, shape)));
    }

    /// <summary>Gives the tails of the beta distribution: the regularised incomplete beta functions.</summary>
    /// <remarks>
    /// The continued fraction of DiDonato and Morris on the side of the mean where it converges fast; it takes 1 − x from the
    /// argument, so that it does not cancel where x is near 1. Cost: about √(a + b)
    /// terms near the mean. Source: DiDonato and Morris 1992, doi:10.1145/131766.131776, section 3 (BFRAC).
    /// </remarks>
    /// <param name="x">The argument.</param>
    /// <param name="rest">1 − x, given so that it keeps its digits.</param>
    /// <param name="a">The first shape.</param>
    /// <param name="b">The second shape.</param>
    public static LogTails OfBeta(double x, double rest, double a, double b)
    {
        if (x <= 0)
        {
            return None;
        }

        if (rest <= 0)
        {
            return All;
        }

        if (x > (a + 1) / (a + b + 2))
        {
            return OfBeta(rest, x, b, a).Turned;
        }

        double first = SaddlePoint.LogBinomial(a, a + b, x, rest) + Math.Log(a) + Math.Log(b / (a + b));
        double apart = (a * rest) - (b * x) + 1;
        double Below(int n) => n + (n * (b - n) * x / (a + (2.0 * n) - 1)) + ((a + n) * (apart + (n * (1 + rest))) / (a + (2.0 * n) + 1));
        double Above(int n)
        {
            double width = a + (2.0 * n) - 1;
            return (a + n - 1) * ((a + b + n - 1) / width) * n * (b - n) * (x * x / width);
        }

        double fraction = Fraction(a * apart / (a + 1), Above, Below);
        return OfLower(Math.Min(0, first + Math.Log(fraction)));
    }

    private static double LogComplement(double log) => log >= 0
        ? double.NegativeInfinity
        : log > -Constants.Ln2 ? Math.Log(-Exponential.LessOne(log)) : SpecialFunctions.Log1p(-Math.Exp(log));

    private static double GammaSeries(double x, double shape)
    {
        (double sum, double term) = (1, 1);
        for (int n = 1; n < MostTerms && term > sum * Precision; n++)
        {
            term *= x / (shape + n);
            sum += term;
        }

        return sum;
    }

    // P = xᵃ/Γ(a + 1)·(1 + s), s = a Σ (−x)ⁿ/((a + n) n!), so that 1 − P = −(e^L − 1) − e^L s with L = ln(xᵃ/Γ(a + 1)).
    private static double SmallUpper(double x, double shape)
    {
        (double sum, double term) = (0, 1);
        for (int n = 1; n < MostTerms; n++)
        {
            term *= -x / n;
            double next = sum + (shape * term / (shape + n));
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        double log = (shape * Math.Log(x)) - LogGammaAboveOne(shape);
        return -Exponential.LessOne(log) - (Math.Exp(log) * sum);
    }

    // ln Γ(1 + a), near 0 by its Taylor series with ζ(2) to ζ(7), which is relative to a where that of the library is absolute.
    private static double LogGammaAboveOne(double a)
    {
        if (a > NearZero)
        {
            return SpecialFunctions.GammaLn(a + 1);
        }

        double sum = 0;
        for (int k = Zeta.Length - 1; k >= 0; k--)
        {
            sum = (Zeta[k] / (k + 2)) - (a * sum);
        }

        return a * ((a * sum) - Constants.EulerMascheroni);
    }

    /// <summary>Gives 1/(b₀ + a₁/(b₁ + a₂/(b₂ + …))) from the top, by the method of Lentz.</summary>
    private static double Fraction(double start, Func<int, double> above, Func<int, double> below)
    {
        double value = start == 0 ? Tiny : start;
        (double c, double d) = (value, 0);
        for (int n = 1; n < MostTerms; n++)
        {
            double numerator = above(n);
            d = below(n) + (numerator * d);
            c = below(n) + (numerator / c);
            d = 1 / (d == 0 ? Tiny : d);
            c = c == 0 ? Tiny : c;
            value *= c * d;
            if (Math.Abs((c * d) - 1) <= 4 * Precision)
            {
                break;
            }
        }

        return 1 / value;
    }
}
