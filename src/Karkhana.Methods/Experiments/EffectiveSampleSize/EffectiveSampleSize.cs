using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>How many independent observations a correlated series is worth.</summary>
public static class EffectiveSampleSize
{
    internal const string Source = "Geyer 1992, doi:10.1214/ss/1177011137";

    /// <summary>Estimates the effective number of observations of the mean.</summary>
    /// <remarks>
    /// Γ_k = r_{2k} + r_{2k+1}, r with divisor n and r_0 = 1; the effective size is n/(−1 + 2 Σ Γ_k), summed while Γ_k is not
    /// negative (initial positive sequence), or with each Γ_k at most the one before it (initial monotone sequence). The standard
    /// error of the mean is sd/√size. Assumes a stationary series; that the true pairs are positive and fall holds for reversible
    /// Markov chains and is a convention elsewhere. In a series that alternates the sum may not be positive: NaN and a note.
    /// Cost: n for each lag that is summed. Source: Geyer 1992, doi:10.1214/ss/1177011137, section 3.3. Agrees with: the formula
    /// in R 4.2, relative 1e-10; effectiveSize of coda fits an autoregression instead.
    /// </remarks>
    /// <param name="series">At least four values in time order.</param>
    /// <param name="options">The pairs that are summed.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between lags.</param>
    /// <returns>The effective size, and the mean with its error.</returns>
    /// <exception cref="ArgumentException">The series is too short, or holds a value that is missing.</exception>
    public static EffectiveSampleSizeResult Estimate(
        OutputSeries series,
        EffectiveSampleSizeOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        options ??= new EffectiveSampleSizeOptions();
        double[] values = series.Checked(least: 4);
        LagCorrelation correlation = new(values);
        (double pairs, int lags) = PairsSummed(correlation, values.Length, options.Sequence, cancellationToken);
        double inflation = -1 + (2 * pairs);
        double size = inflation > 0 ? values.Length / inflation : double.NaN;
        return new EffectiveSampleSizeResult
        {
            EffectiveSize = size,
            Observations = values.Length,
            Lags = lags,
            Mean = Sums.Mean(values),
            StandardError = Math.Sqrt(Sums.Variance(values) / size),
            Notes = [.. SeriesNotes.NoVariation(correlation), .. Notes(correlation, inflation)],
            Provenance = new Provenance("experiments.effective-sample-size", $"sequence = {options.Sequence}", Source),
        };
    }

    private static (double Sum, int Lags) PairsSummed(
        LagCorrelation correlation, int n, LagSequence sequence, CancellationToken cancellationToken)
    {
        double sum = 0;
        double most = double.PositiveInfinity;
        int pairs = correlation.Varies ? n / 2 : 0;
        for (int k = 0; k < pairs; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double pair = correlation.At(2 * k) + correlation.At((2 * k) + 1);
            if (pair < 0)
            {
                return (sum, (2 * k) - 1);
            }

            most = sequence == LagSequence.InitialMonotone ? Math.Min(most, pair) : pair;
            sum += most;
        }

        return (correlation.Varies ? sum : double.NaN, Math.Max(0, (2 * pairs) - 1));
    }

    private static IEnumerable<Note> Notes(LagCorrelation correlation, double inflation)
    {
        if (correlation.Varies && !(inflation > 0))
        {
            yield return new Note("not-positive", Severity.Warning,
                "The autocorrelations of this series sum to a variance of the mean that is not positive, as in series that alternate or are short: the effective size is not defined. Take a longer series.");
        }
    }
}
