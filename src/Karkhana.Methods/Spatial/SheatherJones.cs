namespace Karkhana.Methods.Spatial;

/// <summary>The bandwidth that solves its own equation, on 1,000 bins.</summary>
/// <remarks>Source: Sheather and Jones 1991, Journal of the Royal Statistical Society B 53: 683–690, section
/// 3.</remarks>
internal static class SheatherJones
{
    private const int Bins = 1000;
    private const int Widenings = 99;

    /// <summary>Solves h = (R(φ) / (n S(γ(h))))^(1/5) between a tenth of the oversmoothing bandwidth and
    /// itself.</summary>
    /// <returns>The bandwidth; NaN when the equation has no solution.</returns>
    public static double Bandwidth(DistanceSample sample, BandwidthRule.Spread spread)
    {
        ReadOnlySpan<double> distances = sample.Distances[..spread.Entries];
        double width = (distances[^1] - distances[0]) * 1.01 / Bins;
        double n = spread.Count;
        double scale = Math.Min(spread.StandardDeviation, spread.QuartileRange / 1.349);
        if (!(scale > 0) || !(width > 0))
        {
            return double.NaN;
        }

        double[] pairs = PairsByLag(sample, spread.Entries, width);
        double sixth = -Functional(pairs, n, width, 1.23 * scale * Math.Pow(n, -1.0 / 9), sixth: true);
        double fourth = Functional(pairs, n, width, 1.24 * scale * Math.Pow(n, -1.0 / 7), sixth: false);
        double ratio = 1.357 * Math.Pow(fourth / sixth, 1.0 / 7);
        if (!(sixth > 0) || !double.IsFinite(ratio))
        {
            return double.NaN;
        }

        double constant = 1 / (2 * Math.Sqrt(Math.PI) * n);
        return Solve(
            h => Math.Pow(constant / Functional(pairs, n, width, ratio * Math.Pow(h, 5.0 / 7), sixth: false), 0.2) - h,
            1.144 * scale * Math.Pow(n, -0.2));
    }

    private static double Solve(Func<double, double> equation, double greatest)
    {
        (double low, double high) = (0.1 * greatest, greatest);
        for (int widening = 0; widening < Widenings && !(equation(low) * equation(high) <= 0); widening++)
        {
            (low, high) = widening % 2 == 0 ? (low, high * 1.2) : (low * 0.8, high);
        }

        double sign = Math.Sign(equation(low));
        if (!(equation(low) * equation(high) <= 0))
        {
            return double.NaN;
        }

        while (high - low > 1e-12 * high)
        {
            double middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high)
            {
                break;
            }

            (low, high) = Math.Sign(equation(middle)) == sign ? (middle, high) : (low, middle);
        }

        return low + ((high - low) / 2);
    }

    /// <summary>Counts pairs of distances by how many bins lie between them.</summary>
    private static double[] PairsByLag(DistanceSample sample, int entries, double width)
    {
        double[] counts = new double[Bins + 1];
        double first = Math.Floor(sample.Distances[0] / width);
        for (int i = 0; i < entries; i++)
        {
            counts[(int)(Math.Floor(sample.Distances[i] / width) - first)] += sample.CountOf(i);
        }

        double[] pairs = new double[counts.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            pairs[0] += counts[i] * (counts[i] - 1) / 2;
            for (int j = 0; j < i; j++)
            {
                pairs[i - j] += counts[i] * counts[j];
            }
        }

        return pairs;
    }

    /// <summary>Estimates the integral of the density times its fourth or sixth derivative.</summary>
    private static double Functional(double[] pairs, double n, double width, double bandwidth, bool sixth)
    {
        double sum = 0;
        for (int lag = 0; lag < pairs.Length; lag++)
        {
            double u = lag * width / bandwidth;
            double square = u * u;
            if (square >= 1000)
            {
                break; // exp(−500) is nothing
            }

            double polynomial = sixth
                ? (((((square - 15) * square) + 45) * square) - 15)
                : (((square - 6) * square) + 3);
            sum += Math.Exp(-square / 2) * polynomial * pairs[lag];
        }

        double diagonal = sixth ? -15 * n : 3 * n;
        return ((2 * sum) + diagonal) / (n * (n - 1) * Math.Pow(bandwidth, sixth ? 7 : 5) * Math.Sqrt(2 * Math.PI));
    }
}
