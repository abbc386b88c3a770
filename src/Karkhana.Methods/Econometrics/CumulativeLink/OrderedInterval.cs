namespace Karkhana.Methods.Econometrics;

/// <summary>The probability P = F(u) − F(l) of an interval and its relative derivatives.</summary>
/// <param name="LogProbability">ln P.</param>
/// <param name="ByUpper">F'(u)/P.</param>
/// <param name="ByLower">F'(l)/P.</param>
/// <param name="BendUpper">F''(u)/P.</param>
/// <param name="BendLower">F''(l)/P.</param>
/// <remarks>Written so that no digits are lost where both cumulative probabilities are near 0 or near 1.</remarks>
internal readonly record struct OrderedInterval(
    double LogProbability, double ByUpper, double ByLower, double BendUpper, double BendLower)
{
    public static OrderedInterval Of(OrderedLink link, double lower, double upper) => link switch
    {
        OrderedLink.Probit => Probit(lower, upper),
        OrderedLink.ComplementaryLogLog => ComplementaryLogLog(lower, upper),
        _ => Logit(lower, upper),
    };

    // P = σ(u)σ(−l)(1 − exp(l − u)).
    private static OrderedInterval Logit(double lower, double upper)
    {
        (double below, double beyond) = Sides(upper);
        (double under, double above) = Sides(lower);
        double gap = double.IsInfinity(upper) || double.IsInfinity(lower) ? 1 : -Exponential.LessOne(lower - upper);
        double byUpper = beyond / (above * gap);
        double byLower = under / (below * gap);
        double chance = below * above * gap;
        double log = chance > 1e-290 ? Math.Log(chance) : Math.Log(below) + Math.Log(above) + Math.Log(gap);
        return new OrderedInterval(log, byUpper, byLower, byUpper * (1 - (2 * below)), byLower * ((2 * above) - 1));
    }

    // σ(x) and σ(−x) from one exponential, both to full precision.
    private static (double Below, double Above) Sides(double x)
    {
        double small = Math.Exp(-Math.Abs(x));
        double great = 1 / (1 + small);
        return x >= 0 ? (great, small * great) : (small * great, great);
    }

    // On the side of 0 where the tails are small: P = Φ(u)(1 − Φ(l)/Φ(u)), or the same of −l and −u.
    private static OrderedInterval Probit(double lower, double upper)
    {
        bool turned = double.IsPositiveInfinity(upper) || (!double.IsNegativeInfinity(lower) && lower + upper > 0);
        (double small, double great) = turned ? (-upper, -lower) : (lower, upper);
        double log = NormalTail.LogLower(great);
        if (!double.IsNegativeInfinity(small))
        {
            log += Math.Log(-Exponential.LessOne(NormalTail.LogLower(small) - log));
        }

        double byUpper = double.IsInfinity(upper) ? 0 : Math.Exp(NormalTail.LogDensity(upper) - log);
        double byLower = double.IsInfinity(lower) ? 0 : Math.Exp(NormalTail.LogDensity(lower) - log);
        return new OrderedInterval(
            log, byUpper, byLower, double.IsInfinity(upper) ? 0 : -upper * byUpper, double.IsInfinity(lower) ? 0 : -lower * byLower);
    }

    // P = exp(−e^l)(1 − exp(e^l − e^u)).
    private static OrderedInterval ComplementaryLogLog(double lower, double upper)
    {
        (double low, double high) = (Math.Exp(lower), Math.Exp(upper));
        double log = -low + (double.IsPositiveInfinity(high) ? 0 : Math.Log(-Exponential.LessOne(low - high)));
        double byUpper = double.IsPositiveInfinity(high) ? 0 : Math.Exp(upper - high - log);
        double byLower = double.IsNegativeInfinity(lower) ? 0 : Math.Exp(lower - low - log);
        return new OrderedInterval(
            log, byUpper, byLower, byUpper == 0 ? 0 : byUpper * (1 - high), byLower == 0 ? 0 : byLower * (1 - low));
    }
}
