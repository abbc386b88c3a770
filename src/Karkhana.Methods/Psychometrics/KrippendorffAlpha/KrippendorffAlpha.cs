using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Agreement of any number of raters, with missing ratings and on any scale level.</summary>
public static class KrippendorffAlpha
{
    internal const string Source =
        "Krippendorff 2004, Content Analysis (2nd ed.), chapter 11; Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; Zapf et al. 2016, doi:10.1186/s12874-016-0200-9";

    private const double FewUnits = 10;

    /// <summary>Estimates alpha and, when replicates are asked for, its interval.</summary>
    /// <remarks>
    /// Of the units with m_u ≥ 2 ratings, n ratings in all, n_c of category c: D_o = (1/n) Σ_u Σ_pairs d/(m_u − 1),
    /// D_e = Σ_c Σ_k n_c n_k d_ck / (n (n − 1)), over ordered pairs; α = 1 − D_o/D_e. d: nominal 1 unless equal; ordinal
    /// (Σ_{g=c..k} n_g − (n_c + n_k)/2)²; interval (c − k)²; ratio ((c − k)/(c + k))². Units with one rating are left
    /// out and counted in a note. Interval: percentiles of α over bootstrap samples of whole units, ordinal distances
    /// made anew in each; it assumes independent units, and samples in which nothing varies are left out and counted.
    /// All ratings equal: NaN and a note, for nothing shows that raters can tell units apart.
    /// Cost: ratings × raters per replicate (ratio: and categories²). Same bits for any number of workers.
    /// Source: Krippendorff 2004, chapter 11; Krippendorff 2011; for the bootstrap Zapf, Castell, Morawietz and Karch
    /// 2016, doi:10.1186/s12874-016-0200-9. Agrees with: the published example (0.743, 0.815, 0.849, 0.797), relative
    /// 1e-9 on the values worked out from its coincidences.
    /// </remarks>
    /// <param name="ratings">The ratings by rater.</param>
    /// <param name="options">Scale level and bootstrap.</param>
    /// <param name="execution">Workers and progress of the bootstrap.</param>
    /// <param name="cancellationToken">Looked at between replicates.</param>
    /// <returns>Alpha and its interval.</returns>
    /// <exception cref="ArgumentException">Fewer than two raters, no unit with two ratings, names on a scale of
    /// numbers, or negative ratings on a ratio scale.</exception>
    public static KrippendorffAlphaResult Estimate(
        RaterTable ratings,
        KrippendorffAlphaOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        options ??= new KrippendorffAlphaOptions();
        Require.That(
            ratings.Raters.Count >= 2, nameof(ratings), $"must hold at least two raters; it had {ratings.Raters.Count}");
        Require.That(
            ratings.AreNumbers || options.Level == ScaleLevel.Nominal, nameof(options.Level),
            $"must be nominal for categories that are names; it was {options.Level}");
        ratings.Check();
        AlphaKernel kernel = new(ratings, options.Level);
        Require.That(kernel.Units > 0, nameof(ratings), "must hold a unit with at least two ratings; none had");
        (double Observed, double Expected) whole = kernel.Disagreement([.. Enumerable.Repeat(1, kernel.Units)]);
        PercentileInterval interval = PercentileInterval.Of(Drawn(kernel, options, execution, cancellationToken), options.Confidence);
        return new KrippendorffAlphaResult
        {
            Alpha = Of(whole),
            Low = interval.Low,
            High = interval.High,
            ObservedDisagreement = whole.Observed,
            ExpectedDisagreement = whole.Expected,
            Units = kernel.Units,
            Ratings = kernel.Ratings,
            Notes = Notes(ratings.Units - kernel.Units, ratings.Units, whole.Expected, options.Replicates - interval.Used, options),
            Provenance = new Provenance(
                "psychometrics.krippendorff-alpha",
                FormattableString.Invariant(
                    $"level = {options.Level}, replicates = {options.Replicates}, confidence = {options.Confidence}"),
                Source,
                options.Replicates > 0 ? options.Seed : null),
        };
    }

    /// <summary>Gives alpha of a pair of disagreements; NaN when all ratings are equal.</summary>
    internal static double Of((double Observed, double Expected) disagreement) =>
        disagreement.Expected > 0 ? 1 - (disagreement.Observed / disagreement.Expected) : double.NaN;

    private static double[] Drawn(
        AlphaKernel kernel, KrippendorffAlphaOptions options, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        options.Replicates == 0
            ? []
            : new ResampledStatistic(
                "bootstrap of alpha", (options.Replicates, options.Seed), ResampledStatistic.Apart(kernel.Units), 1,
                times => [Of(kernel.Disagreement(times))]).Draw(execution, cancellationToken).Values;

    private static List<Note> Notes(int dropped, int units, double expected, int undefined, KrippendorffAlphaOptions options)
    {
        List<Note> notes = [];
        if (dropped > 0)
        {
            notes.Add(new Note("single-ratings", Severity.Information, FormattableString.Invariant(
                $"{dropped} of {units} units have fewer than two ratings and were not used.")));
        }

        if (expected == 0)
        {
            notes.Add(new Note("no-variation", Severity.Warning,
                "All ratings are the same, so that nothing shows whether raters can tell units apart; alpha is not defined."));
        }

        if (undefined > 0)
        {
            notes.Add(new Note("undefined-replicates", Severity.Warning, FormattableString.Invariant(
                $"In {undefined} of {options.Replicates} bootstrap samples all ratings were the same; they were left out of the interval.")));
        }

        if (options.Replicates > 0 && units - dropped < FewUnits)
        {
            notes.Add(new Note("few-units", Severity.Warning, FormattableString.Invariant(
                $"The interval rests on {units - dropped} units; below {FewUnits} percentiles of a bootstrap are too narrow.")));
        }

        return notes;
    }
}
