using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Where the warm-up of a simulation run ends.</summary>
public static class WarmUpTruncation
{
    internal const string Source =
        "White 1997, doi:10.1177/003754979706900601; Hoad, Robinson & Davies 2010, doi:10.1057/jors.2009.121";

    private const int LeastBatches = 4;

    /// <summary>Chooses the truncation of least marginal standard error (MSER).</summary>
    /// <remarks>
    /// z_d, …, the means of the batches from number d on, m of them: the criterion is Σ(z − z̄)²/m². The d of 0 to half of the
    /// batches with the least one is chosen, the first of equal ones; truncation = batch size times d. A minimum at the last d
    /// that is allowed is noted: the run is then too short for its warm-up. Assumes a run that settles; it cannot tell a run that
    /// never does. Cost: one pass. Source: White 1997, doi:10.1177/003754979706900601; Hoad, Robinson and Davies 2010,
    /// doi:10.1057/jors.2009.121. Agrees with: the formula in R 4.2, relative 1e-12.
    /// </remarks>
    /// <param name="series">The outputs of one run, or means over runs, in time order.</param>
    /// <param name="options">Batch size.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The truncation and the criterion of all that were tried.</returns>
    /// <exception cref="ArgumentException">Fewer than four full batches, or a value that is missing.</exception>
    public static WarmUpTruncationResult Estimate(
        OutputSeries series,
        WarmUpTruncationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        options ??= new WarmUpTruncationOptions();
        double[] values = series.Checked(LeastBatches);
        Require.That(
            options.BatchSize <= values.Length / LeastBatches, nameof(options.BatchSize),
            FormattableString.Invariant($"must lie in [1, {values.Length / LeastBatches}] with {values.Length} values; it was {options.BatchSize}"));
        double[] criterion = Criterion(BatchMeans.Batched(values, options.BatchSize));
        int chosen = Array.IndexOf(criterion, criterion.Min());
        int truncation = chosen * options.BatchSize;
        return new WarmUpTruncationResult
        {
            Truncation = truncation,
            Statistic = criterion[chosen],
            Mean = Sums.Mean(values.AsSpan(truncation)),
            Dropped = [.. Enumerable.Range(0, criterion.Length).Select(batches => batches * options.BatchSize)],
            Criterion = criterion,
            Notes = chosen < criterion.Length - 1
                ? []
                : [new Note("run-too-short", Severity.Warning, FormattableString.Invariant(
                    $"The criterion is least at the greatest truncation that is allowed, {truncation} of {values.Length} values: the run is too short to tell where its warm-up ends. Make it longer."))],
            Provenance = new Provenance(
                "experiments.warm-up-truncation", FormattableString.Invariant($"batch_size = {options.BatchSize}"), Source),
        };
    }

    /// <summary>Gives Σ(z − z̄)²/m² for each number of batches dropped; from the end, so that each batch is added once.</summary>
    private static double[] Criterion(double[] batches)
    {
        double[] criterion = new double[(batches.Length / 2) + 1];
        (double mean, double squares) = (0, 0);
        for (int first = batches.Length - 1; first >= 0; first--)
        {
            double count = batches.Length - first;
            double distance = batches[first] - mean;
            mean += distance / count;
            squares += distance * (batches[first] - mean);
            if (first < criterion.Length)
            {
                criterion[first] = squares / (count * count);
            }
        }

        return criterion;
    }
}
