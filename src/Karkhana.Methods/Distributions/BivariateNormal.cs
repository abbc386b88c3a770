using Karkhana.Core.Errors;

namespace Karkhana.Methods;

/// <summary>Probabilities of the standard bivariate normal distribution.</summary>
/// <remarks>
/// ∂Φ₂(h, k; ρ)/∂ρ is the density at (h, k) (Plackett 1954). With ρ = sin θ, Φ₂ = Φ(h)Φ(k) + (1/2π) ∫₀^θ exp(−(h² − 2hk
/// sin t + k²)/(2 cos² t)) dt, by 20 Gauss–Legendre nodes while |ρ| is below 0.925. Beyond it the integral runs from θ
/// to π/2, where Φ₂ = Φ(min(h, k)); with x = cos t it is (1/2π) ∫₀^√(1−ρ²) exp(−(h − k)²/(2x²)) g(x) dx, and the first
/// three even powers of x in g are integrated exactly, so that the notch at 0 meets only the rest. Absolute error below
/// 1e-14; small probabilities keep a relative precision as long as they are not far below what independence (or, beyond
/// 0.925, perfect correlation) gives.
/// Cost: at most four corners of 20 exponentials each.
/// Source: Plackett 1954, doi:10.1093/biomet/41.3-4.351; Drezner and Wesolowsky 1990, doi:10.1080/00949659008811236;
/// Genz 2004, doi:10.1023/B:STCO.0000035304.20635.31.
/// </remarks>
public static class BivariateNormal
{
    private const double NearlyPerfect = 0.925;
    private const double MostSteep = 35; // exp(−35²/2 + 35²/40) is below the least double

    /// <summary>Gives the density.</summary>
    /// <param name="x">The first value.</param>
    /// <param name="y">The second value.</param>
    /// <param name="correlation">ρ, strictly between −1 and 1.</param>
    /// <returns>The density.</returns>
    /// <exception cref="ArgumentException">|ρ| is 1 or more.</exception>
    public static double Density(double x, double y, double correlation)
    {
        Require.That(
            Math.Abs(correlation) < 1, nameof(correlation),
            FormattableString.Invariant($"must lie strictly between -1 and 1; it was {correlation}"));
        var angle = NormalAngle.OfCorrelation(correlation);
        return Math.Exp(Exponent(x, y, angle)) / (2 * Math.PI * angle.Cos);
    }

    /// <summary>Gives Φ₂(x, y; ρ), the probability that both variables stay at or below their limits.</summary>
    /// <param name="x">The first limit; may be infinite.</param>
    /// <param name="y">The second limit; may be infinite.</param>
    /// <param name="correlation">ρ from −1 to 1.</param>
    /// <returns>The probability.</returns>
    public static double Cumulative(double x, double y, double correlation) =>
        Rectangle(double.NegativeInfinity, x, double.NegativeInfinity, y, correlation);

    /// <summary>Gives the probability of a rectangle.</summary>
    /// <param name="lowX">The lower limit of the first variable; may be infinite.</param>
    /// <param name="highX">The upper limit of the first variable, at least the lower one.</param>
    /// <param name="lowY">The lower limit of the second variable; may be infinite.</param>
    /// <param name="highY">The upper limit of the second variable, at least the lower one.</param>
    /// <param name="correlation">ρ from −1 to 1.</param>
    /// <returns>The probability.</returns>
    /// <exception cref="ArgumentException">A limit is NaN, limits are in the wrong order, or ρ lies outside [−1,
    /// 1].</exception>
    public static double Rectangle(double lowX, double highX, double lowY, double highY, double correlation)
    {
        Require.Between(correlation, -1, 1, nameof(correlation));
        Require.That(lowX <= highX, nameof(highX), FormattableString.Invariant($"must be at least {lowX}; it was {highX}"));
        Require.That(lowY <= highY, nameof(highY), FormattableString.Invariant($"must be at least {lowY}; it was {highY}"));
        var angle = NormalAngle.OfCorrelation(correlation);
        double departure = Departure(highX, highY, angle) - Departure(lowX, highY, angle)
            - Departure(highX, lowY, angle) + Departure(lowX, lowY, angle);
        double reference = IsNearlyPerfect(angle)
            ? AtPerfect(lowX, highX, lowY, highY, angle)
            : Interval(lowX, highX) * Interval(lowY, highY);
        return Math.Clamp(reference + departure, 0, 1);
    }

    /// <summary>Gives Φ(high) − Φ(low) from the nearer tail, so that nothing cancels.</summary>
    internal static double Interval(double low, double high) => low > 0
        ? NormalTail.Upper(low) - NormalTail.Upper(high)
        : NormalTail.Upper(-high) - NormalTail.Upper(-low);

    /// <summary>Says whether departures are measured from the nearer of ±1 instead of from independence.</summary>
    internal static bool IsNearlyPerfect(NormalAngle angle) => Math.Abs(angle.Sin) >= NearlyPerfect;

    /// <summary>Gives the probability of a rectangle at the nearer of ρ = ±1.</summary>
    internal static double AtPerfect(double lowX, double highX, double lowY, double highY, NormalAngle angle)
    {
        (double low, double high) = angle.Sin > 0 ? (lowY, highY) : (-highY, -lowY);
        (low, high) = (Math.Max(low, lowX), Math.Min(high, highX));
        return low < high ? Interval(low, high) : 0;
    }

    /// <summary>Gives what Φ₂ departs by from the same reference at one corner.</summary>
    internal static double Departure(double x, double y, NormalAngle angle) => double.IsInfinity(x) || double.IsInfinity(y)
        ? 0
        : !IsNearlyPerfect(angle)
            ? FromIndependence(x, y, angle)
            : angle.Sin > 0 ? -FromPerfect(x, y, angle.Cos) : FromPerfect(x, -y, angle.Cos);

    /// <summary>Gives −(x² − 2ρxy + y²)/(2(1 − ρ²)) in the form that does not cancel near ρ = ±1.</summary>
    internal static double Exponent(double x, double y, NormalAngle angle)
    {
        double apart = (angle.Sin >= 0 ? x - y : x + y) / angle.Cos;
        double product = angle.Sin >= 0 ? x * y : -x * y;
        return (-apart * apart / 2) - (product / (1 + Math.Abs(angle.Sin)));
    }

    private static double FromIndependence(double x, double y, NormalAngle angle)
    {
        (double product, double half) = (x * y, ((x * x) + (y * y)) / 2);
        (double Sin, double InverseSquare)[] path = angle.Path;
        double sum = 0;
        for (int i = 0; i < path.Length; i++)
        {
            sum += NormalAngle.Weights[i] * Math.Exp(((product * path[i].Sin) - half) * path[i].InverseSquare);
        }

        return angle.Theta * sum / (2 * Math.PI);
    }

    /// <summary>Gives the integral from θ to π/2 of a positive correlation with cos θ = <paramref name="end"/>.</summary>
    private static double FromPerfect(double x, double y, double end)
    {
        double apart = Math.Abs(x - y);
        double steep = apart / end;
        if (end == 0 || steep > MostSteep)
        {
            return 0;
        }

        double product = x * y;
        double first = (4 - product) / 8; // g(x) = exp(−xy/2)(1 + first·x² + second·x⁴ + …)
        double second = first * (12 - product) / 16;
        double rest = 0;
        for (int i = 0; i < NormalAngle.Nodes.Length; i++)
        {
            double node = end * NormalAngle.Nodes[i];
            double square = node * node;
            double cos = Math.Sqrt(1 - square);
            double notch = -(apart * apart) / (2 * square);
            double whole = Math.Exp(notch - (product / (1 + cos))) / cos;
            double known = Math.Exp(notch - (product / 2)) * (1 + (first * square) + (second * square * square));
            rest += NormalAngle.Weights[i] * (whole - known);
        }

        return end * (rest + Moments(steep, end * end, product, first, second)) / (2 * Math.PI);
    }

    /// <summary>Gives ∫₀¹ exp(−b²/(2t²) − xy/2)(1 + c₁a²t² + c₂a⁴t⁴) dt, b = steep, a² = square, by parts.</summary>
    private static double Moments(double steep, double square, double product, double first, double second)
    {
        double tail = NormalTail.Upper(steep) * Math.Exp(steep * steep / 2) * Math.Sqrt(2 * Math.PI); // Mills' ratio
        double zeroth = 1 - (steep * tail);
        double squared = (1 - (steep * steep * zeroth)) / 3;
        double fourth = (1 - (steep * steep * squared)) / 5;
        return Math.Exp((-steep * steep / 2) - (product / 2))
            * (zeroth + (first * square * squared) + (second * square * square * fourth));
    }
}
