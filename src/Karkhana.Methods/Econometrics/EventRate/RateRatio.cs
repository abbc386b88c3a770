using Karkhana.Core.Errors;
using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Econometrics;

/// <summary>The rate of one group over that of another.</summary>
/// <param name="Estimate">The ratio; infinite when only the other group has no event, NaN when neither has one.</param>
/// <param name="Low">The lower limit; NaN for the group of comparison itself.</param>
/// <param name="High">The upper limit, infinite when the other group has no event.</param>
/// <param name="PValue">The p-value of equal rates.</param>
public sealed record RateRatio(double Estimate, double Low, double High, double PValue)
{
    // Probabilities that are equal but for rounding count as equal.
    private const double Tie = 1 + 1e-7;

    internal static RateRatio Itself { get; } = new(1, double.NaN, double.NaN, double.NaN);

    /// <summary>Compares two groups whose events go together within rows (quasi-Poisson).</summary>
    /// <remarks>
    /// r = ln of the ratio, standard error √(φ (1/x + 1/x₀)) with φ the dispersion; limits exp(r ± z · error), p two-sided
    /// from the normal law. Where a group has no event, limits and p are those of the score of the share of events with
    /// (x + x₀)/φ in place of x + x₀. Assumes φ alike in both groups and enough events for the normal law. Source: Wedderburn 1974,
    /// doi:10.1093/biomet/61.3.439. Agrees with: hand computation, relative 1e-9.
    /// </remarks>
    /// <param name="group">The group.</param>
    /// <param name="other">The group of comparison; with an event in either.</param>
    /// <param name="dispersion">φ, above 0.</param>
    /// <param name="confidence">Coverage of the limits.</param>
    /// <returns>The ratio.</returns>
    /// <exception cref="ArgumentException">No event in either group, or a dispersion of 0 or less.</exception>
    public static RateRatio Scaled(GroupRate group, GroupRate other, double dispersion, double confidence)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(other);
        Require.That(group.Events + other.Events > 0, nameof(group), "must have events, or the other group");
        Require.That(dispersion > 0, nameof(dispersion), "must be above 0");
        if (group.Events == 0 || other.Events == 0)
        {
            return ScaledOneSided(group, other, dispersion, confidence);
        }

        double ratio = group.Rate / other.Rate;
        double error = Math.Sqrt(dispersion * ((1 / group.Events) + (1 / other.Events)));
        double factor = Math.Exp(DistributionQuantiles.TwoSidedNormal(confidence) * error);
        return new RateRatio(ratio, ratio / factor, ratio * factor, 2 * Normal.CDF(0, 1, -Math.Abs(Math.Log(ratio)) / error));
    }

    // A ratio of 0 or infinity has no error: the score of the share of events, all in one group, takes its place (Wilson).
    private static RateRatio ScaledOneSided(GroupRate group, GroupRate other, double dispersion, double confidence)
    {
        double effective = (group.Events + other.Events) / dispersion;
        double z = DistributionQuantiles.TwoSidedNormal(confidence);
        double bound = effective / (z * z);
        double scale = other.Exposure / group.Exposure;
        double odds = other.Events == 0 ? scale : 1 / scale; // of the group without events against the one with them
        double p = 2 * Normal.CDF(0, 1, -Math.Sqrt(effective * odds));
        return other.Events == 0
            ? new RateRatio(double.PositiveInfinity, bound * scale, double.PositiveInfinity, p)
            : new RateRatio(0, 0, scale / bound, p);
    }

    /// <summary>Compares two groups by the share of their events that falls into the first.</summary>
    internal static RateRatio Of(GroupRate group, GroupRate other, double confidence)
    {
        (double x, double n) = (group.Events, group.Events + other.Events);
        double scale = other.Exposure / group.Exposure;
        double tail = (1 - confidence) / 2;
        double low = x == 0 ? 0 : DistributionQuantiles.OfBeta(x, n - x + 1, tail);
        double highRest = x == n ? 0 : DistributionQuantiles.OfBeta(n - x, x + 1, tail);
        return n == 0
            ? new RateRatio(double.NaN, 0, double.PositiveInfinity, 1)
            : new RateRatio(
                x / other.Events * scale,
                low / (1 - low) * scale,
                (1 - highRest) / highRest * scale,
                PValueOf((int)x, (int)n, group.Exposure / (group.Exposure + other.Exposure)));
    }

    /// <summary>Sums the probabilities of all splits that are no more likely than the one that came.</summary>
    private static double PValueOf(int x, int n, double share)
    {
        double bound = Binomial.PMF(share, n, x) * Tie;
        double p = 0;
        for (int k = 0; k <= n; k++)
        {
            double probability = Binomial.PMF(share, n, k);
            p += probability <= bound ? probability : 0;
        }

        return Math.Min(1, p);
    }
}
