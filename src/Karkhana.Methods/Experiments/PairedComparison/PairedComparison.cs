using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Methods.Experiments;

/// <summary>How far options differ from a baseline when all are simulated with the same random numbers.</summary>
public static class PairedComparison
{
    internal const string Source =
        "Law 2015, Simulation Modeling and Analysis, sections 9.4.1, 10.2 and 11.2; Efron 1979, doi:10.1214/aos/1176344552; Wilson 1927, doi:10.1080/01621459.1927.10502953; Holm 1979, Scandinavian Journal of Statistics 6(2):65-70";

    // Doubling stops here: a half width that takes more replicates is out of reach.
    private const double MostReplicates = 1e15;

    /// <summary>Compares options with a baseline.</summary>
    /// <remarks>
    /// D_r = outcome of the option − outcome of the baseline in replicate r: mean difference, s.e. = sd(D)/√n, t with n − 1 degrees
    /// of freedom; simultaneous limits at level 1 − (1 − level)/options (Bonferroni); bootstrap percentiles over replicates, the
    /// same samples for all options. Superiority: share of replicates in which the option does better, equals counting half
    /// (Wilson limits). Variance ratio: Var(D)/(Var(option) + Var(baseline)), below 1 where common random numbers help.
    /// Replicates needed: the least i of at least n with t_{i − 1} sd(D)/√i within the half width, at the level for one option.
    /// Assumes replicates that are independent of each other and the same random numbers, for the same purposes, within one;
    /// means that are near normal for t. Cost: options × replicates, times the samples.
    /// Source: Law 2015, Simulation Modeling and Analysis, sections 9.4.1, 10.2 and 11.2; Efron 1979, doi:10.1214/aos/1176344552;
    /// Wilson 1927, doi:10.1080/01621459.1927.10502953; Holm 1979. Agrees with: R 4.2 t.test(paired = TRUE), p.adjust, relative
    /// 1e-10.
    /// </remarks>
    /// <param name="runs">The outcome of each option in each replicate.</param>
    /// <param name="options">Baseline, correction, level, half width, samples.</param>
    /// <param name="execution">Workers and progress of the samples.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The differences, by option.</returns>
    /// <exception cref="ArgumentException">The baseline is not among the options, there are fewer than two options or
    /// replicates, or an outcome is missing.</exception>
    public static PairedComparisonResult Estimate(
        OptionOutcomes runs, PairedComparisonOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(options);
        runs.Checked(leastCases: 2);
        int place = runs.Options.ToList().IndexOf(options.Baseline);
        Require.That(
            place >= 0, nameof(options.Baseline), $"must be one of {string.Join(", ", runs.Options)}; it was {options.Baseline}");
        double[] baseline = runs.Values[place];
        int[] others = [.. Enumerable.Range(0, runs.Options.Count).Where(option => option != place)];
        double[][] differences = [.. others.Select(option => runs.Values[option].Zip(baseline, (own, of) => own - of).ToArray())];
        BootstrapIntervals drawn = Bootstrap(differences, options, execution, cancellationToken);
        double[] pValues = [.. differences.Select(own => Test(own).PValue)];
        IReadOnlyList<double> adjusted = PValueAdjustment.Estimate(
            new TestFamily(pValues), new PValueAdjustmentOptions { Method = options.Correction }, cancellationToken: cancellationToken).Adjusted;
        return new PairedComparisonResult
        {
            Differences = [.. others.Select((option, i) => Compare(runs.Values[option], baseline, differences[i], others.Length, options) with
            {
                Option = runs.Options[option],
                AdjustedPValue = adjusted[i],
                Bootstrap = (drawn.Low[i], drawn.High[i]),
            })],
            Replicates = baseline.Length,
            BaselineMean = Sums.Mean(baseline),
            Notes = [.. Notes(runs, others, differences)],
            Provenance = new Provenance("experiments.paired-comparison", Text(options), Source, options.Resamples > 0 ? options.Seed : null),
        };
    }

    private static BootstrapIntervals Bootstrap(
        double[][] differences, PairedComparisonOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        int n = differences[0].Length;
        double[] Means(int[] counts)
        {
            double[] weights = [.. counts.Select(count => (double)count)];
            return [.. differences.Select(own => Sums.Dot(weights, own) / n)];
        }

        ReplicateRows? rows = options.Resamples == 0
            ? null
            : new ResampledStatistic("bootstrap replicates", (options.Resamples, options.Seed), ResampledStatistic.Apart(n), differences.Length, Means)
                .Draw(execution, cancellationToken);
        return BootstrapIntervals.Of(rows, differences.Length, options.Level);
    }

    /// <summary>Gives mean, error, t and its p-value; differences that are all 0 are no difference at all.</summary>
    private static (double Mean, double Error, double Statistic, double PValue) Test(double[] differences)
    {
        bool same = Array.TrueForAll(differences, own => own == differences[0]);
        double mean = same ? differences[0] : Sums.Mean(differences);
        double error = same ? 0 : Math.Sqrt(Sums.Variance(differences) / differences.Length);
        double statistic = mean == 0 ? 0 : mean / error;
        return (mean, error, statistic, StudentT.TwoSidedPValue(statistic, differences.Length - 1));
    }

    private static PairedDifference Compare(
        double[] own, double[] baseline, double[] differences, int comparisons, PairedComparisonOptions options)
    {
        int n = differences.Length;
        (double mean, double error, double statistic, double pValue) = Test(differences);
        (double, double) Limits(double tail)
        {
            double half = StudentT.Quantile(1 - tail, n - 1) * error;
            return (mean - half, mean + half);
        }

        double sign = options.Better == OutcomeDirection.Greater ? 1 : -1;
        double better = differences.Aggregate(0.0, (sum, value) => sum + (sign * value > 0 ? 1 : value == 0 ? 0.5 : 0)) / n;
        (double low, double high) = WilsonInterval.Of(better, n, DistributionQuantiles.TwoSidedNormal(options.Level));
        double[] centred = OutputSeries.Centred(own);
        double[] other = OutputSeries.Centred(baseline);
        (double squares, double otherSquares) = (Sums.Dot(centred, centred), Sums.Dot(other, other));
        return new PairedDifference
        {
            Option = "",
            Mean = Sums.Mean(own),
            Difference = mean,
            StandardError = error,
            Statistic = statistic,
            PValue = pValue,
            AdjustedPValue = pValue,
            Interval = Limits((1 - options.Level) / 2),
            Simultaneous = Limits((1 - options.Level) / 2 / comparisons),
            Bootstrap = (double.NaN, double.NaN),
            Superiority = (better, low, high),
            Correlation = Sums.Dot(centred, other) / Math.Sqrt(squares * otherSquares),
            VarianceRatio = error * error * n * (n - 1) / (squares + otherSquares),
            ReplicatesNeeded = Needed(error * Math.Sqrt(n), n, options),
        };
    }

    private static double Needed(double deviation, int n, PairedComparisonOptions options)
    {
        if (options.HalfWidth is not { } wanted)
        {
            return double.NaN;
        }

        bool Enough(double count) => StudentT.Quantile((1 + options.Level) / 2, count - 1) * deviation / Math.Sqrt(count) <= wanted;
        (double low, double high) = (n - 1, n);
        while (!Enough(high))
        {
            (low, high) = (high, 2 * high);
            if (high > MostReplicates)
            {
                return double.PositiveInfinity;
            }
        }

        while (high - low > 1)
        {
            double middle = Math.Floor((low + high) / 2);
            (low, high) = Enough(middle) ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static IEnumerable<Note> Notes(OptionOutcomes runs, int[] others, double[][] differences)
    {
        string[] constant = [.. others.Where((_, i) => Array.TrueForAll(differences[i], own => own == differences[i][0])).Select(option => runs.Options[option])];
        if (constant.Length > 0)
        {
            yield return new Note("constant-difference", Severity.Warning,
                $"The difference from the baseline is the same in every replicate, so that it has no error: {string.Join(", ", constant)}. Replicates may have shared more than random numbers.");
        }
    }

    private static string Text(PairedComparisonOptions options) => FormattableString.Invariant(
        $"baseline = {options.Baseline}, better = {options.Better}, correction = {options.Correction}, level = {options.Level}, half_width = {options.HalfWidth}, resamples = {options.Resamples}");
}
