namespace Karkhana.Methods.Experiments;

/// <summary>The hypergeometric distribution: successes among draws without replacement.</summary>
internal sealed class HypergeometricFamily(double population, double successes, double draws)
    : CountFamily(Math.Max(0, draws - (population - successes)), Math.Min(draws, successes))
{
    private const double Negligible = 1e-17;

    // C(K, k) C(N − K, n − k)/C(N, n) by three binomial terms with probability n/N, which cancel in the ratio.
    protected override double LogMass(double count)
    {
        double failures = population - successes;
        (double p, double q) = population == 0 ? (0, 1) : (draws / population, (population - draws) / population);
        return SaddlePoint.LogBinomial(count, successes, p, q) + SaddlePoint.LogBinomial(draws - count, failures, p, q)
            - SaddlePoint.LogBinomial(draws, population, p, q);
    }

    /// <summary>Sums the shorter tail from its greatest term down, by the ratios of neighbouring terms.</summary>
    protected override LogTails CountTails(double count) => count < draws * (successes / population)
        ? LogTails.OfLower(Math.Min(0, LogMass(count) + Math.Log(Sum(count, down: true))))
        : LogTails.OfUpper(Math.Min(0, LogMass(count + 1) + Math.Log(Sum(count + 1, down: false))));

    private double Sum(double start, bool down)
    {
        (double sum, double term, double k) = (1, 1, start);
        while (term > sum * Negligible)
        {
            double rest = population - successes - draws;
            term *= down
                ? k * (rest + k) / ((successes - k + 1) * (draws - k + 1))
                : (successes - k) * (draws - k) / ((k + 1) * (rest + k + 1));
            k += down ? -1 : 1;
            sum += term;
        }

        return sum;
    }
}
