using Karkhana.Core.Errors;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Category probabilities of an item at a value of the latent variable, and their derivatives.</summary>
/// <remarks>
/// Graded: P_c = σ(x_c) − σ(x_{c+1}) with x_c = a(θ − b_c), computed as σ(x_c)·σ(−x_{c+1})·(1 − exp(x_{c+1} − x_c)), which
/// loses no digits where both terms are near 0 or 1. Partial credit: P_c ∝ exp(Σ_{k ≤ c} a(θ − b_k)), dP_c/dθ = a P_c (c −
/// E), with E the expected category. Three parameters: g + (1 − g)σ(x). Source: Samejima 1969, doi:10.1007/BF03372160;
/// Muraki 1992, doi:10.1177/014662169201600206.
/// </remarks>
internal static class ResponseCurves
{
    /// <summary>Fills in the probability of each category.</summary>
    public static void Probabilities(ItemModel model, ItemParameters items, int item, double theta, Span<double> probability)
    {
        ReadOnlySpan<double> steps = items.Thresholds[item];
        double slope = items.Slopes[item];
        if (model.IsPartialCredit())
        {
            PartialCredit(slope, steps, theta, probability);
        }
        else
        {
            Cumulative(slope, steps, theta, probability);
            double guessing = items.Guessing[item];
            (probability[0], probability[^1]) = steps.Length == 1
                ? ((1 - guessing) * probability[0], guessing + ((1 - guessing) * probability[1]))
                : (probability[0], probability[^1]);
        }
    }

    /// <summary>Gives P(X = c | θ_q) of an item at the nodes of a grid, at place category × nodes + node.</summary>
    public static double[] Tabulate(ItemModel model, ItemParameters items, int item, LatentGrid grid)
    {
        int categories = items.Thresholds[item].Length + 1;
        double[] probability = new double[categories];
        double[] table = new double[categories * grid.Count];
        for (int q = 0; q < grid.Count; q++)
        {
            Probabilities(model, items, item, grid.Nodes[q], probability);
            for (int c = 0; c < categories; c++)
            {
                table[(c * grid.Count) + q] = probability[c];
            }
        }

        return table;
    }

    /// <summary>Fills in the probability of each category and its first two derivatives by θ.</summary>
    public static void Derivatives(
        ItemModel model, ItemParameters items, int item, double theta, CurveDerivatives into)
    {
        Probabilities(model, items, item, theta, into.Probability);
        double slope = items.Slopes[item];
        if (model.IsPartialCredit())
        {
            DifferentiatePartialCredit(slope, into);
        }
        else
        {
            DifferentiateCumulative(slope, items.Thresholds[item], theta, 1 - items.Guessing[item], into);
        }
    }

    /// <summary>Fills in the probability of each category and the first two derivatives of its logarithm by θ.</summary>
    /// <remarks>Stays finite where the probability itself is too small for a double: graded d ln P_c/dθ = a(1 − σ(x_c) −
    /// σ(x_{c+1})), partial credit a(c − E). An item's information is Σ_c P_c (d ln P_c/dθ)².</remarks>
    public static void LogDerivatives(
        ItemModel model, ItemParameters items, int item, double theta, CurveDerivatives into)
    {
        Probabilities(model, items, item, theta, into.Probability);
        double slope = items.Slopes[item];
        if (model.IsPartialCredit())
        {
            LogDifferentiatePartialCredit(slope, into);
        }
        else
        {
            LogDifferentiateCumulative(slope, items.Thresholds[item], theta, into);
            if (items.Guessing[item] > 0)
            {
                LogDifferentiateGuessed(slope, slope * (theta - items.Thresholds[item][0]), items.Guessing[item], into);
            }
        }
    }

    /// <summary>Gives σ(x) = 1/(1 + exp(−x)) without overflow.</summary>
    public static double Logistic(double x)
    {
        double small = Math.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    private static void Cumulative(double slope, ReadOnlySpan<double> steps, double theta, Span<double> probability)
    {
        Require.SameLength(steps.Length + 1, probability.Length, nameof(probability));
        double upper = double.PositiveInfinity;
        for (int c = 0; c <= steps.Length; c++)
        {
            double lower = c == steps.Length ? double.NegativeInfinity : slope * (theta - steps[c]);
            // Between two equal thresholds there is nothing; the infinite ends have nothing to lose.
            double gap = double.IsInfinity(upper) || double.IsInfinity(lower) ? 1 : -Exponential.LessOne(lower - upper);
            probability[c] = Logistic(upper) * Logistic(-lower) * gap;
            upper = lower;
        }
    }

    private static void PartialCredit(double slope, ReadOnlySpan<double> steps, double theta, Span<double> probability)
    {
        Require.SameLength(steps.Length + 1, probability.Length, nameof(probability));
        double sum = 0;
        double greatest = 0;
        probability[0] = 0;
        for (int c = 1; c <= steps.Length; c++)
        {
            sum += slope * (theta - steps[c - 1]);
            probability[c] = sum;
            greatest = Math.Max(greatest, sum);
        }

        double total = 0;
        for (int c = 0; c < probability.Length; c++)
        {
            probability[c] = Math.Exp(probability[c] - greatest);
            total += probability[c];
        }

        for (int c = 0; c < probability.Length; c++)
        {
            probability[c] /= total;
        }
    }

    private static (double Expected, double Variance) Moments(ReadOnlySpan<double> probability)
    {
        double expected = 0;
        for (int c = 1; c < probability.Length; c++)
        {
            expected += c * probability[c];
        }

        double variance = 0;
        for (int c = 0; c < probability.Length; c++)
        {
            variance += probability[c] * (c - expected) * (c - expected);
        }

        return (expected, variance);
    }

    private static void DifferentiatePartialCredit(double slope, CurveDerivatives into)
    {
        (double expected, double variance) = Moments(into.Probability);
        for (int c = 0; c < into.Probability.Length; c++)
        {
            double away = c - expected;
            into.First[c] = slope * into.Probability[c] * away;
            into.Second[c] = slope * slope * into.Probability[c] * ((away * away) - variance);
        }
    }

    private static void LogDifferentiatePartialCredit(double slope, CurveDerivatives into)
    {
        (double expected, double variance) = Moments(into.Probability);
        for (int c = 0; c < into.Probability.Length; c++)
        {
            (into.First[c], into.Second[c]) = (slope * (c - expected), -slope * slope * variance);
        }
    }

    private static void LogDifferentiateCumulative(
        double slope, ReadOnlySpan<double> steps, double theta, CurveDerivatives into)
    {
        (double fail, double density) = (0, 0);
        for (int c = 0; c <= steps.Length; c++)
        {
            double x = c == steps.Length ? double.NegativeInfinity : slope * (theta - steps[c]);
            (double nextPass, double nextFail) = (Logistic(x), Logistic(-x));
            double nextDensity = nextPass * nextFail;
            (into.First[c], into.Second[c]) = (slope * (fail - nextPass), -slope * slope * (density + nextDensity));
            (fail, density) = (nextFail, nextDensity);
        }
    }

    private static void LogDifferentiateGuessed(double slope, double x, double guessing, CurveDerivatives into)
    {
        (double pass, double fail) = (Logistic(x), Logistic(-x));
        double known = (1 - guessing) * pass / into.Probability[1]; // the share of right answers that are not guessed
        into.First[1] = slope * fail * known;
        into.Second[1] = slope * slope * fail * known * (fail - pass - (fail * known));
    }

    private static void DifferentiateCumulative(
        double slope, double[] steps, double theta, double reach, CurveDerivatives into)
    {
        (double first, double second) = (0, 0);
        for (int c = 0; c <= steps.Length; c++)
        {
            (double nextFirst, double nextSecond) = (0, 0);
            if (c < steps.Length)
            {
                double pass = Logistic(slope * (theta - steps[c]));
                double density = reach * pass * (1 - pass);
                (nextFirst, nextSecond) = (slope * density, slope * slope * density * (1 - (2 * pass)));
            }

            into.First[c] = first - nextFirst;
            into.Second[c] = second - nextSecond;
            (first, second) = (nextFirst, nextSecond);
        }
    }
}
