using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether two variables go together.</summary>
public static class CorrelationTest
{
    internal const string Source =
        "Fisher 1915, doi:10.1093/biomet/10.4.507; Spearman 1904, doi:10.2307/1412159; Kendall 1938, doi:10.1093/biomet/30.1-2.81; Bonett & Wright 2000, doi:10.1007/BF02294183";

    /// <summary>Estimates a correlation and tests whether it is 0.</summary>
    /// <remarks>
    /// Pearson r, and Spearman as r of mid-ranks: t = r√((n − 2)/(1 − r²)) with n − 2 degrees of freedom. Kendall: τ_b, z =
    /// S/σ with S concordant less discordant pairs and σ² that of all orders given the ties; no continuity correction.
    /// Limits: tanh(artanh r ± q·s) with s² = 1/(n − 3) (Pearson; Fisher), (1 + r²/2)/(n − 3) (Spearman) and 0.437/(n − 4)
    /// (Kendall; both of Bonett and Wright). Assumes independent units; p and limits of Pearson also normal values. Cost: n log n.
    /// Source: Fisher 1915, doi:10.1093/biomet/10.4.507; Spearman 1904, doi:10.2307/1412159; Kendall 1938,
    /// doi:10.1093/biomet/30.1-2.81; Bonett and Wright 2000, doi:10.1007/BF02294183. Agrees with: R 4.2 cor.test(exact =
    /// FALSE), relative 1e-10.
    /// </remarks>
    /// <param name="sample">Two values per unit, at least three pairs.</param>
    /// <param name="options">Method, alternative, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The correlation; NaN, with a note, when a variable does not vary.</returns>
    /// <exception cref="ArgumentException">Fewer than three complete pairs.</exception>
    public static CorrelationTestResult Estimate(
        PairedValues sample, CorrelationTestOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new CorrelationTestOptions();
        Require.SameLength(sample.X.Count, sample.Y.Count, nameof(sample.Y));
        int[] known = [.. Enumerable.Range(0, sample.X.Count).Where(i => !double.IsNaN(sample.X[i]) && !double.IsNaN(sample.Y[i]))];
        double[] x = [.. known.Select(i => sample.X[i])];
        double[] y = [.. known.Select(i => sample.Y[i])];
        Require.That(known.Length >= 3, nameof(sample), FormattableString.Invariant($"must hold at least three complete pairs; it held {known.Length}"));
        Require.Finite(x, nameof(sample.X));
        Require.Finite(y, nameof(sample.Y));
        bool varies = GroupedObservations.Varies(x) && GroupedObservations.Varies(y);
        double estimate = varies ? Of(x, y, options.Method) : double.NaN;
        bool kendall = options.Method == CorrelationMethod.Kendall;
        double statistic = kendall ? KendallScore(x, y, estimate) : estimate * Math.Sqrt((known.Length - 2) / (1 - (estimate * estimate)));
        (double low, double high) = Limits(estimate, known.Length, options);
        return new CorrelationTestResult
        {
            Observations = known.Length,
            Estimate = estimate,
            Statistic = statistic,
            PValue = StudentT.PValue(statistic, kendall ? double.PositiveInfinity : known.Length - 2, options.Alternative),
            ConfidenceLow = low,
            ConfidenceHigh = high,
            Notes =
            [
                .. DesignNotes.Dropped(sample.X.Count - known.Length, sample.X.Count),
                .. varies ? Array.Empty<Note>() : [new Note("no-variation", Severity.Warning, "A variable does not vary; it has no correlation.")],
            ],
            Provenance = new Provenance(
                "econometrics.correlation-test",
                FormattableString.Invariant($"method = {options.Method}, alternative = {options.Alternative}, level = {options.Level}"),
                Source),
        };
    }

    private static double Of(double[] x, double[] y, CorrelationMethod method)
    {
        if (method == CorrelationMethod.Kendall)
        {
            return KendallTau.Of(x, y);
        }

        return method == CorrelationMethod.Spearman
            ? RankCorrelation.Spearman(x, y)
            : Math.Clamp(Sums.Dot(Standard.Scores(x).ToArray(), Standard.Scores(y).ToArray()) / (x.Length - 1), -1, 1);
    }

    private static double KendallScore(double[] x, double[] y, double tau)
    {
        double n = x.Length;
        IReadOnlyList<double> ofX = TiedRanks.Runs(x);
        IReadOnlyList<double> ofY = TiedRanks.Runs(y);
        double pairs = n * (n - 1) / 2;
        double Tied(IReadOnlyList<double> runs) => runs.Sum(t => t * (t - 1));
        double Triples(IReadOnlyList<double> runs) => runs.Sum(t => t * (t - 1) * (t - 2));
        double Weighted(IReadOnlyList<double> runs) => runs.Sum(t => t * (t - 1) * ((2 * t) + 5));
        // S is a whole number, which τ_b shows up to rounding.
        double difference = Math.Round(tau * Math.Sqrt(pairs - (Tied(ofX) / 2)) * Math.Sqrt(pairs - (Tied(ofY) / 2)));
        double variance = (((n * (n - 1) * ((2 * n) + 5)) - Weighted(ofX) - Weighted(ofY)) / 18)
            + (Triples(ofX) * Triples(ofY) / (9 * n * (n - 1) * (n - 2)))
            + (Tied(ofX) * Tied(ofY) / (2 * n * (n - 1)));
        return difference / Math.Sqrt(variance);
    }

    private static (double Low, double High) Limits(double estimate, double count, CorrelationTestOptions options)
    {
        double squared = options.Method switch
        {
            CorrelationMethod.Pearson => 1 / (count - 3),
            CorrelationMethod.Spearman => (1 + (estimate * estimate / 2)) / (count - 3),
            _ => 0.437 / (count - 4),
        };
        if (!(squared > 0 && double.IsFinite(squared)))
        {
            return (double.NaN, double.NaN);
        }

        bool both = options.Alternative == Alternative.TwoSided;
        double half = DistributionQuantiles.TwoSidedNormal(both ? options.Level : (2 * options.Level) - 1) * Math.Sqrt(squared);
        double centre = Math.Atanh(estimate);
        return (
            options.Alternative == Alternative.Less ? -1 : Math.Tanh(centre - half),
            options.Alternative == Alternative.Greater ? 1 : Math.Tanh(centre + half));
    }
}
