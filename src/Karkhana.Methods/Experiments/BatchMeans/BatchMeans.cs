using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>The mean of a long run with an interval that allows for correlation over time.</summary>
public static class BatchMeans
{
    internal const string Source =
        "Law 2015, Simulation Modeling and Analysis, section 9.5.3; von Neumann 1941, doi:10.1214/aoms/1177731677";

    // Below this many batches the test of their correlation has next to no power.
    private const int LeastForCorrelation = 10;
    private const double OneInTwenty = 1.6448536269514722; // the standard normal quantile of 0.95

    /// <summary>Estimates the mean of a steady state.</summary>
    /// <remarks>
    /// ⌊n/b⌋ consecutive batches of b values from the start, Ȳ_k their means: s.e. = sd(Ȳ)/√batches, sd with divisor batches − 1;
    /// half width = t quantile with batches − 1 degrees of freedom times s.e. The mean is that of the whole series. Assumes a
    /// series without warm-up and batches long enough for their means to be near normal and uncorrelated; the correlation of a
    /// batch mean with the next is given, and noted when it lies beyond what uncorrelated means would give in 1 of 20 runs.
    /// Cost: one pass. Source: Law 2015, Simulation Modeling and Analysis, section 9.5.3; von Neumann 1941,
    /// doi:10.1214/aoms/1177731677 (correlation of successive means). Agrees with: the formula in R 4.2, relative 1e-12.
    /// </remarks>
    /// <param name="series">The values in time order, without those of the warm-up.</param>
    /// <param name="options">Batch size and level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>Mean, interval, batches.</returns>
    /// <exception cref="ArgumentException">Fewer than two full batches, or a value that is missing.</exception>
    public static BatchMeansResult Estimate(
        OutputSeries series, BatchMeansOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        double[] values = series.Checked(least: 2);
        Require.That(
            options.BatchSize <= values.Length / 2, nameof(options.BatchSize),
            FormattableString.Invariant($"must lie in [1, {values.Length / 2}] with {values.Length} values; it was {options.BatchSize}"));
        double[] means = Batched(values, options.BatchSize);
        double error = Math.Sqrt(Sums.Variance(means) / means.Length);
        LagCorrelation correlation = new(means);
        double successive = means.Length > 2 ? correlation.At(1) : double.NaN;
        int leftOver = values.Length - (means.Length * options.BatchSize);
        return new BatchMeansResult
        {
            Mean = Sums.Mean(values),
            StandardError = error,
            HalfWidth = StudentT.Quantile((1 + options.Level) / 2, means.Length - 1) * error,
            BatchMeans = means,
            BatchCorrelation = successive,
            LeftOver = leftOver,
            Notes = [.. SeriesNotes.NoVariation(correlation), .. Notes(means.Length, successive, leftOver)],
            Provenance = new Provenance(
                "experiments.batch-means",
                FormattableString.Invariant($"batch_size = {options.BatchSize}, level = {options.Level}"),
                Source),
        };
    }

    /// <summary>Gives the means of consecutive batches; values after the last full one are left out.</summary>
    internal static double[] Batched(double[] values, int size)
    {
        double[] means = new double[values.Length / size];
        for (int batch = 0; batch < means.Length; batch++)
        {
            means[batch] = Sums.Mean(values.AsSpan(batch * size, size));
        }

        return means;
    }

    private static IEnumerable<Note> Notes(int batches, double correlation, int leftOver)
    {
        if (batches >= LeastForCorrelation && correlation > OneInTwenty / Math.Sqrt(batches))
        {
            yield return new Note("correlated-batches", Severity.Warning, FormattableString.Invariant(
                $"Successive batch means correlate at {correlation:0.00}, more than means of independent batches would: the interval is too narrow. Take longer batches."));
        }

        if (leftOver > 0)
        {
            yield return new Note("left-over", Severity.Information, FormattableString.Invariant(
                $"{leftOver} values after the last full batch count in the mean and not in its error."));
        }
    }
}
