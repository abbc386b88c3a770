using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>How far the outputs of a run depend on those before them.</summary>
public static class Autocorrelation
{
    internal const string Source =
        "Box & Jenkins 1976, Time Series Analysis; Ljung & Box 1978, doi:10.1093/biomet/65.2.297; Box & Pierce 1970, doi:10.1080/01621459.1970.10481180";

    /// <summary>Estimates autocorrelations and tests that all are 0.</summary>
    /// <remarks>
    /// r_l = Σ(y_t − ȳ)(y_{t+l} − ȳ)/Σ(y_t − ȳ)², every sum with divisor n. Partial: φ_ll of the recursion of Durbin and Levinson.
    /// Ljung–Box: n(n + 2) Σ r_l²/(n − l); Box–Pierce: n Σ r_l²; χ² with as many degrees of freedom as lags, less fitted
    /// parameters. Limits for noise: z/√n. Assumes a stationary series; a trend or a warm-up shows as correlation at every lag.
    /// A series that does not vary: NaN and a note. Cost: n times lags, and lags².
    /// Source: Box and Jenkins 1976, Time Series Analysis, section 2.1 and appendix A3.2; Ljung and Box 1978,
    /// doi:10.1093/biomet/65.2.297; Box and Pierce 1970, doi:10.1080/01621459.1970.10481180. Agrees with: R 4.2 acf, pacf,
    /// Box.test, relative 1e-10.
    /// </remarks>
    /// <param name="series">At least two values in time order.</param>
    /// <param name="options">Lags, test, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The correlations by lag and the joint test.</returns>
    /// <exception cref="ArgumentException">The series is not longer than the lags, or holds a value that is missing.</exception>
    public static AutocorrelationResult Estimate(
        OutputSeries series,
        AutocorrelationOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        options ??= new AutocorrelationOptions();
        double[] values = series.Checked(least: 2);
        int n = values.Length;
        Require.That(
            options.Lags < n, nameof(options.Lags),
            FormattableString.Invariant($"must lie in [1, {n - 1}] with {n} values; it was {options.Lags}"));
        int degrees = options.Lags - options.FittedParameters;
        Require.That(
            degrees > 0, nameof(options.FittedParameters),
            FormattableString.Invariant($"must lie in [0, {options.Lags - 1}] with {options.Lags} lags; it was {options.FittedParameters}"));
        LagCorrelation correlation = new(values);
        double[] correlations = correlation.UpTo(options.Lags);
        double statistic = Statistic(correlations, n, options.Test);
        return new AutocorrelationResult
        {
            Lags = [.. Enumerable.Range(1, options.Lags)],
            Autocorrelations = correlations,
            PartialAutocorrelations = Partial(correlations),
            Statistic = statistic,
            Degrees = degrees,
            PValue = ChiSquare.UpperTail(statistic, degrees),
            NoiseLimit = DistributionQuantiles.TwoSidedNormal(options.Level) / Math.Sqrt(n),
            Notes = SeriesNotes.NoVariation(correlation),
            Provenance = new Provenance(
                "experiments.autocorrelation",
                FormattableString.Invariant(
                    $"lags = {options.Lags}, test = {options.Test}, fitted_parameters = {options.FittedParameters}, level = {options.Level}"),
                Source),
        };
    }

    private static double Statistic(double[] correlations, double n, PortmanteauTest test)
    {
        double sum = 0;
        for (int i = 0; i < correlations.Length; i++)
        {
            double square = correlations[i] * correlations[i];
            sum += test == PortmanteauTest.LjungBox ? (n + 2) * square / (n - (i + 1)) : square;
        }

        return n * sum;
    }

    /// <summary>Gives the last coefficient of the autoregression of each order.</summary>
    private static double[] Partial(double[] correlations)
    {
        double[] partial = new double[correlations.Length];
        double[] coefficients = new double[correlations.Length];
        double[] before = new double[correlations.Length];
        double unexplained = 1;
        for (int order = 0; order < correlations.Length; order++)
        {
            double rest = correlations[order];
            for (int j = 0; j < order; j++)
            {
                rest -= coefficients[j] * correlations[order - 1 - j];
            }

            double last = partial[order] = rest / unexplained;
            coefficients.AsSpan(0, order).CopyTo(before);
            for (int j = 0; j < order; j++)
            {
                coefficients[j] = before[j] - (last * before[order - 1 - j]);
            }

            coefficients[order] = last;
            unexplained *= 1 - (last * last);
        }

        return partial;
    }
}
