namespace Karkhana.Methods.Spatial;

/// <summary>The bandwidth and the density of distances from their counts in bins.</summary>
/// <remarks>
/// A pair stands in the middle of its bin. That spreads distances by W²/12, which is taken off the variance of the
/// kernel, so that the mean error is of fourth order in W/h; the error of a single pair, up to W/2, stays, and falls
/// with the root of the number of pairs. Bins are joined as long as W ≤ h/32 (h/8 when there are at least 100,000
/// pairs). The normal density at equal steps follows from the one before by a product of two numbers, from the middle
/// outward to 6 bandwidths.
/// </remarks>
/// <param name="plan">The bins.</param>
/// <param name="spread">What the way of counting adds to the variance of a distance beside the width of the
/// bins.</param>
internal sealed class KdFromBins(KdPlan plan, double spread = 0)
{
    /// <summary>How many bandwidths a kernel reaches.</summary>
    public const double Reach = 6;

    private const double ManyPairs = 1e5;
    private const double FinePerBandwidth = 32;
    private const double CoarsePerBandwidth = 8;

    private readonly double[] _joined = new double[plan.Bins + 2];

    /// <summary>Gives 0.9 min(sd, IQR / 1.34) n^(−1/5) of the distances up to twice the greatest one of the curve; the
    /// standard deviation alone when the quartiles are equal, that of an even spread with fewer than two such distances;
    /// at least the width of a bin.</summary>
    /// <param name="bins">The counts; bin 0 holds the pairs on one spot.</param>
    /// <returns>The bandwidth.</returns>
    public double Bandwidth(ReadOnlySpan<double> bins)
    {
        (double n, double sum, double squares) = (bins[0], 0, 0);
        for (int bin = 1; bin <= plan.BinsOfRule; bin++)
        {
            double middle = bin - 0.5;
            n += bins[bin];
            sum += bins[bin] * middle;
            squares += bins[bin] * middle * middle;
        }

        if (!(n >= 2))
        {
            // Nothing to take a spread from: that of distances spread evenly. So a draw without near pairs is a curve too.
            return 0.9 * 2 * plan.Greatest / Math.Sqrt(12);
        }

        double inBins = ((n - bins[0]) / n / 12) + (spread / (plan.Width * plan.Width));
        double deviation = Math.Sqrt(Math.Max(0, ((squares - (sum * sum / n)) / (n - 1)) - inBins));
        double quartiles = (Quantile(bins, n, 0.75) - Quantile(bins, n, 0.25)) / 1.34;
        double least = quartiles > 0 ? Math.Min(deviation, quartiles) : deviation;
        return Math.Max(0.9 * least * Math.Pow(n, -0.2), 1) * plan.Width;
    }

    /// <summary>Computes the density at the distances of the plan.</summary>
    /// <param name="bins">The counts.</param>
    /// <param name="points">The number of points; all their pairs count, those beyond the bins too.</param>
    /// <param name="curve">Receives the density.</param>
    /// <returns>The bandwidth.</returns>
    public double Curve(ReadOnlySpan<double> bins, int points, Span<double> curve)
    {
        double bandwidth = Bandwidth(bins);
        double pairs = KdPlan.Pairs(points);
        double fineness = pairs < ManyPairs ? FinePerBandwidth : CoarsePerBandwidth;
        int together = Math.Max(1, (int)(bandwidth / (fineness * plan.Width)));
        int count = Join(bins, together);
        double width = together * plan.Width;
        double kernel = Math.Sqrt(Math.Max((bandwidth * bandwidth) - (width * width / 12) - spread, bandwidth * bandwidth / 4));
        double perPair = 1 / (pairs * Math.Sqrt(2 * Math.PI));
        for (int r = 0; r < curve.Length; r++)
        {
            double distance = plan.Distances[r];
            double standing = distance / bandwidth;
            double sum = (Sum(distance / kernel, width / kernel, count) + Sum(-distance / kernel, width / kernel, count)) / kernel;
            double onSpot = 2 * bins[0] * Math.Exp(-standing * standing / 2) / bandwidth;
            curve[r] = (sum + onSpot) * perPair;
        }

        return bandwidth;
    }

    /// <summary>Gives the quantile of type 7 in widths of a bin, the values of a bin spread evenly over it.</summary>
    private double Quantile(ReadOnlySpan<double> bins, double n, double probability)
    {
        double position = (n - 1) * probability;
        double below = Math.Floor(position);
        double lower = Ordered(bins, below);
        return lower + ((position - below) * (Ordered(bins, Math.Min(below + 1, n - 1)) - lower));
    }

    private double Ordered(ReadOnlySpan<double> bins, double rank)
    {
        double before = 0;
        for (int bin = 0; bin <= plan.BinsOfRule; bin++)
        {
            if (before + bins[bin] > rank)
            {
                return bin == 0 ? 0 : bin - 1 + ((rank - before + 0.5) / bins[bin]);
            }

            before += bins[bin];
        }

        return plan.BinsOfRule;
    }

    private int Join(ReadOnlySpan<double> bins, int together)
    {
        int count = (plan.Bins + together - 1) / together;
        for (int joined = 1; joined <= count; joined++)
        {
            int end = Math.Min(plan.Bins, joined * together);
            double sum = 0;
            for (int bin = ((joined - 1) * together) + 1; bin <= end; bin++)
            {
                sum += bins[bin];
            }

            _joined[joined] = sum;
        }

        return count;
    }

    /// <summary>Adds the joined bins, each times the normal density at its middle from a centre, all in
    /// bandwidths.</summary>
    private double Sum(double centre, double step, int count)
    {
        int first = (int)Math.Max(1, Math.Ceiling(((centre - Reach) / step) + 0.5));
        int last = (int)Math.Min(count, Math.Floor(((centre + Reach) / step) + 0.5));
        if (first > last)
        {
            return 0;
        }

        int middle = (int)Math.Clamp(Math.Round((centre / step) + 0.5), first, last);
        double gap = ((middle - 0.5) * step) - centre;
        double atMiddle = Math.Exp(-gap * gap / 2);
        double bend = Math.Exp(-step * step);
        double sum = 0;
        double value = atMiddle;
        double ratio = Math.Exp(-(gap * step) - (step * step / 2));
        for (int bin = middle; bin <= last; bin++)
        {
            sum += _joined[bin] * value;
            value *= ratio;
            ratio *= bend;
        }

        ratio = Math.Exp((gap * step) - (step * step / 2));
        value = atMiddle * ratio;
        for (int bin = middle - 1; bin >= first; bin--)
        {
            ratio *= bend;
            sum += _joined[bin] * value;
            value *= ratio;
        }

        return sum;
    }
}
