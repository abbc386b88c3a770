using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>The observables of a cluster that the model is calibrated to (framework 5.11): one formula for the study and the model.</summary>
/// <remarks>
/// Capability: mean, standard deviation, skewness, deciles 1 and 9, clustered less dispersed, slope on ln(1 + km to the centre) among clustered firms.
/// Effort: share without, its correlation with capability and with absorptive capacity. Regimes: the share of each. Size: mean and standard deviation of
/// ln workers. Ties: mean and standard deviation of the number of knowledge ties, and the share of ties that the tenth with most of them holds. Entry: share of open
/// firms younger than five years. Exit: of the firms that stood five years ago the share that has closed since. Openness: share of firms with a link outside. A summary
/// that fewer than ten firms carry is NaN. Cost: n log n.
/// </remarks>
public static class ClusterObservables
{
    /// <summary>The years over which entry and exit are counted.</summary>
    public const int TurnoverYears = 5;

    private const int LeastFirms = 10;
    private const double CoreShare = 0.1;

    private static readonly LearningRegime[] Regimes =
        [LearningRegime.Interior, LearningRegime.Liquidity, LearningRegime.AtMinimum, LearningRegime.Threshold];

    /// <summary>Gets the names, in the order of the summaries.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "capability_mean", "capability_sd", "capability_skewness", "capability_p10", "capability_p90", "capability_gap", "capability_gradient",
        "no_effort", "effort_capability_correlation", "effort_absorption_correlation",
        "interior", "liquidity", "at_minimum", "threshold",
        "log_workers_mean", "log_workers_sd", "ties_mean", "ties_sd", "ties_core",
        "young_share", "closed_share", "outside_share",
    ];

    /// <summary>Gets the names of those that lie between 0 and 1.</summary>
    internal static IReadOnlyList<string> Shares { get; } =
        [
            "no_effort", "interior", "liquidity", "at_minimum", "threshold", "ties_core", "capability_mean", "capability_p10", "capability_p90",
            "young_share", "closed_share", "outside_share",
        ];

    /// <summary>Computes the summaries.</summary>
    /// <param name="firms">What is seen of firms.</param>
    /// <returns>A number per name, NaN where too few firms are known.</returns>
    public static double[] Of(FirmObservations firms)
    {
        ArgumentNullException.ThrowIfNull(firms);
        return Of(firms, All(firms.Count), All(firms.Ages.Count), All(firms.ClosedSince.Count));
    }

    /// <summary>Computes the summaries with standard errors over resamples of the firms.</summary>
    /// <param name="firms">What is seen of firms.</param>
    /// <param name="seed">The seed of the resamples.</param>
    /// <param name="resamples">From 20 to 100,000.</param>
    /// <returns>The summaries that are known and vary.</returns>
    public static IReadOnlyList<ObservedSummary> WithErrors(FirmObservations firms, ulong seed = 2003, int resamples = 200)
    {
        Require.Between(resamples, 20, 100_000, nameof(resamples));
        double[] values = Of(firms);
        double[][] drawn = new double[resamples][];
        for (int resample = 0; resample < resamples; resample++)
        {
            RandomStream stream = new(seed, RandomPurpose.Bootstrap, resample);
            drawn[resample] = Of(firms, Drawn(stream, firms.Count), Drawn(stream, firms.Ages.Count), Drawn(stream, firms.ClosedSince.Count));
        }

        List<ObservedSummary> known = [];
        for (int i = 0; i < values.Length; i++)
        {
            double[] column = [.. drawn.Select(row => row[i]).Where(value => !double.IsNaN(value))];
            double error = column.Length < resamples / 2 ? double.NaN : Math.Sqrt(Sums.Variance(column));
            if (!double.IsNaN(values[i]) && error > 0)
            {
                known.Add(new ObservedSummary(Names[i], values[i], error));
            }
        }

        return known;
    }

    private static int[] All(int count) => [.. Enumerable.Range(0, count)];

    private static int[] Drawn(RandomStream stream, int count)
    {
        int[] rows = new int[count];
        for (int i = 0; i < count; i++)
        {
            rows[i] = stream.NextInt(count);
        }

        return rows;
    }

    private static double[] Of(FirmObservations firms, int[] rows, int[] aged, int[] stood)
    {
        double[] capability = Take(firms.Capability, rows);
        double[] effort = Take(firms.Effort, rows);
        double[] known = Known(capability);
        double[] ties = Known(Take(firms.Ties, rows));
        double[] workers = Known([.. Take(firms.Workers, rows).Select(value => value > 0 ? Math.Log(value) : double.NaN)]);
        LearningRegime[] regimes = [.. rows.Select(row => firms.Regimes[row]).OfType<LearningRegime>()];
        return
        [
            Mean(known), Deviation(known), Skewness(known), Decile(known, 0.1), Decile(known, 0.9), Gap(firms, rows), Gradient(firms, rows),
            Share(Known(effort), value => value == 0), Correlation(effort, capability),
            Correlation(effort, Take(firms.AbsorptiveCapacity, rows)),
            .. Regimes.Select(regime => regimes.Length < LeastFirms ? double.NaN : regimes.Count(one => one == regime) / (double)regimes.Length),
            Mean(workers), Deviation(workers), Mean(ties), Deviation(ties), Core(ties),
            Share(Known(Take(firms.Ages, aged)), age => age < TurnoverYears), Share([.. stood.Select(row => firms.ClosedSince[row] ? 1.0 : 0)], closed => closed > 0),
            Share(Known(Take(firms.LinksOutside, rows)), links => links > 0),
        ];
    }

    private static double[] Take(IReadOnlyList<double> values, int[] rows) =>
        values.Count == 0 ? [.. rows.Select(_ => double.NaN)] : [.. rows.Select(row => values[row])];

    private static double[] Known(double[] values) => [.. values.Where(value => !double.IsNaN(value)).Order()];

    private static double Mean(double[] values) => values.Length < LeastFirms ? double.NaN : Sums.Mean(values);

    private static double Share(double[] values, Func<double, bool> holds) => Mean([.. values.Select(value => holds(value) ? 1.0 : 0)]);

    private static double Deviation(double[] values) => values.Length < LeastFirms ? double.NaN : Math.Sqrt(Sums.Variance(values));

    private static double Decile(double[] sorted, double probability) =>
        sorted.Length < LeastFirms ? double.NaN : Quantiles.Type7(sorted, probability);

    private static double Skewness(double[] values) => values.Length < LeastFirms ? double.NaN : Moments.Skewness(values);

    private static double Gap(FirmObservations firms, int[] rows)
    {
        double[] clustered = Known([.. rows.Where(row => firms.Clustered[row]).Select(row => firms.Capability[row])]);
        double[] dispersed = Known([.. rows.Where(row => !firms.Clustered[row]).Select(row => firms.Capability[row])]);
        return Mean(clustered) - Mean(dispersed);
    }

    private static double Gradient(FirmObservations firms, int[] rows)
    {
        int[] clustered = firms.Distance.Count == 0 ? [] : [.. rows.Where(row => firms.Clustered[row])];
        double[] distance = [.. clustered.Select(row => Math.Log(1 + firms.Distance[row]))];
        double[] capability = [.. clustered.Select(row => firms.Capability[row])];
        (double correlation, double deviationX, double deviationY) = Pair(distance, capability);
        return correlation * deviationY / deviationX;
    }

    private static double Correlation(double[] left, double[] right) => Pair(left, right).Correlation;

    private static (double Correlation, double DeviationX, double DeviationY) Pair(double[] x, double[] y)
    {
        int[] both = [.. Enumerable.Range(0, x.Length).Where(i => !double.IsNaN(x[i]) && !double.IsNaN(y[i]))];
        if (both.Length < LeastFirms)
        {
            return (double.NaN, double.NaN, double.NaN);
        }

        double[] left = [.. both.Select(i => x[i])];
        double[] right = [.. both.Select(i => y[i])];
        (double meanX, double meanY) = (Sums.Mean(left), Sums.Mean(right));
        (double sdX, double sdY) = (Math.Sqrt(Sums.Variance(left)), Math.Sqrt(Sums.Variance(right)));
        double product = 0;
        for (int i = 0; i < left.Length; i++)
        {
            product += (left[i] - meanX) * (right[i] - meanY);
        }

        return sdX == 0 || sdY == 0 ? (double.NaN, sdX, sdY) : (product / (left.Length - 1) / sdX / sdY, sdX, sdY);
    }

    private static double Core(double[] sorted)
    {
        double all = Sums.Sum(sorted);
        int core = (int)Math.Ceiling(CoreShare * sorted.Length);
        return sorted.Length < LeastFirms || all == 0 ? double.NaN : Sums.Sum(sorted.AsSpan(sorted.Length - core)) / all;
    }
}
