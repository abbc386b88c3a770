namespace Karkhana.Methods.Econometrics;

/// <summary>The shift of paired differences at which their signed-rank sum is what hidden bias would lead one to expect.</summary>
/// <remarks>The sum of ranks falls with the shift in steps: where it jumps over its expectation, the shift is there; where it
/// stays at it, the middle of the stretch. Both ends are found by halving. Source: Hodges and Lehmann 1963,
/// doi:10.1214/aoms/1177704172; Rosenbaum 1993, doi:10.1080/01621459.1993.10476405.</remarks>
internal static class HodgesLehmann
{
    private const int Halvings = 80;

    /// <summary>Gives the estimates at the chances Γ/(1 + Γ) and 1/(1 + Γ).</summary>
    public static (double Low, double High) Bounds(double[] differences, double gamma) =>
        (Shift(differences, gamma / (1 + gamma)), Shift(differences, 1 / (1 + gamma)));

    private static double Shift(double[] differences, double p)
    {
        double from = Edge(differences, p, above => above > 0);
        double to = Edge(differences, p, above => above >= 0);
        return (from + to) / 2;
    }

    // The last shift at which the sum still exceeds (or reaches) its expectation.
    private static double Edge(double[] differences, double p, Func<int, bool> holds)
    {
        (double low, double high) = (differences.Min() - 1, differences.Max() + 1);
        for (int halving = 0; halving < Halvings; halving++)
        {
            double middle = (low + high) / 2;
            SignedRanks ranks = new(differences.Select(difference => difference - middle));
            (low, high) = holds(Sign(ranks.Sum - ranks.Expected(p), ranks.Count)) ? (middle, high) : (low, middle);
        }

        return low;
    }

    // Sums and expectations of ranks are exact up to rounding of p times a whole number.
    private static int Sign(double excess, int count) => Math.Abs(excess) < 1e-9 * (count + 1.0) * count ? 0 : Math.Sign(excess);
}
