using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Whether constructs are distinct, from the correlations of their items.</summary>
public static class HeterotraitMonotraitRatio
{
    internal const string Source =
        "Henseler, Ringle & Sarstedt 2015, doi:10.1007/s11747-014-0403-8; Roemer, Schuberth & Henseler 2021, doi:10.1108/IMDS-02-2021-0082";

    /// <summary>Computes the ratio of every two constructs.</summary>
    /// <remarks>
    /// Mean correlation between items of a and of b over √(mean correlation within a · mean within b); arithmetic means
    /// give HTMT, geometric ones HTMT2; on |r| unless <see cref="HeterotraitMonotraitRatioOptions.Absolute"/> is off.
    /// NaN with a note where a mean within is not positive, or a negative correlation meets the geometric mean.
    /// Bootstrap: respondents drawn with replacement, percentile interval; samples in which a ratio is not defined are
    /// left out of its interval and counted. Respondents with a missing answer
    /// to an item of a construct are left out, or enter the pairs that they answered.
    /// Cost: n·p² (polychoric p² tables), times the replicates, which run on all workers.
    /// Source: Henseler, Ringle and Sarstedt 2015, doi:10.1007/s11747-014-0403-8; Roemer, Schuberth and Henseler 2021,
    /// doi:10.1108/IMDS-02-2021-0082.
    /// Agrees with: semTools htmt(), relative 1e-8.
    /// </remarks>
    /// <param name="responses">Answers to the items of all constructs.</param>
    /// <param name="options">The constructs, and how correlations are averaged.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The ratios, with intervals when asked for.</returns>
    /// <exception cref="ArgumentException">No constructs, constructs that do not fit the items, fewer than three
    /// complete respondents, or an item that does not vary.</exception>
    public static HeterotraitMonotraitRatioResult Estimate(
        ItemResponses responses,
        HeterotraitMonotraitRatioOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responses);
        Require.That(options is not null, "constructs", "must assign items to constructs; none were given");
        responses.Checked(leastItems: 2);
        ConstructRatios ratios = new(responses.Items, options!);
        ItemResponses assigned = new(
            [.. ratios.Assigned.Select(item => responses.Items[item])], [.. ratios.Assigned.Select(item => responses.Answers[item])]);
        bool pairwise = options!.Missing == MissingAnswers.Pairwise;
        Require.That(
            !pairwise || options.Correlation == ItemCorrelation.Pearson, "missing",
            "must be complete with correlation = polychoric; it was pairwise");
        ItemResponses used = pairwise ? assigned.Varying() : assigned.CompleteAtLeast(3).Varying();
        double[] Statistic(ItemResponses sample) => ratios.Of(pairwise
            ? ItemCorrelations.OfPairs(sample)
            : ItemCorrelations.Of(sample, options.Correlation, cancellationToken));
        double[] estimates = Statistic(used);
        ReplicateRows? bootstrap = options.Replicates == 0
            ? null
            : new ResampledStatistic(
                "bootstrap over respondents", (options.Replicates, options.Seed), ResampledStatistic.Apart(used.Respondents),
                estimates.Length, times => Statistic(used.Repeated(times))).Draw(execution, cancellationToken);
        PercentileInterval[] intervals = Intervals(bootstrap, estimates, options.Confidence);
        return new HeterotraitMonotraitRatioResult
        {
            Constructs = ratios.Names,
            Estimates = estimates,
            ConfidenceLow = [.. intervals.Select(interval => interval.Low)],
            ConfidenceHigh = [.. intervals.Select(interval => interval.High)],
            Threshold = options.Threshold,
            Notes = [.. ResponseNotes.Incomplete(assigned, used), .. NotesOf(ratios.Names, estimates, bootstrap)],
            Provenance = new Provenance(
                "psychometrics.heterotrait-monotrait-ratio",
                FormattableString.Invariant($"mean = {options.Mean}, absolute = {options.Absolute}, correlation = {options.Correlation}, missing = {options.Missing}, replicates = {options.Replicates}, confidence = {options.Confidence}, threshold = {options.Threshold}"),
                Source,
                options.Replicates == 0 ? null : options.Seed),
        };
    }

    // A ratio that is not defined has no interval, though it may be defined on some of the samples.
    private static PercentileInterval[] Intervals(ReplicateRows? bootstrap, double[] estimates, double confidence) =>
    [
        .. estimates.Select((estimate, place) => PercentileInterval.Of(
            bootstrap is null || double.IsNaN(estimate) ? [] : bootstrap.Column(place), confidence)),
    ];

    private static IEnumerable<Note> NotesOf(string[] names, double[] estimates, ReplicateRows? bootstrap)
    {
        string[] undefined =
        [
            .. Enumerable.Range(0, names.Length).SelectMany(first => Enumerable.Range(0, first)
                .Where(second => double.IsNaN(estimates[(first * names.Length) + second]))
                .Select(second => $"{names[second]} and {names[first]}")),
        ];
        if (undefined.Length > 0)
        {
            yield return new Note(
                "undefined-ratio", Severity.Warning,
                $"{ResponseNotes.Listed(undefined)}: a mean correlation within a construct is not positive, or the geometric mean met a negative correlation. Recode items worded the other way round, or use absolute correlations.");
        }

        int lost = bootstrap is null
            ? 0
            : Enumerable.Range(0, bootstrap.Count).Count(row => Enumerable.Range(0, estimates.Length).Any(
                place => !double.IsNaN(estimates[place]) && double.IsNaN(bootstrap.Row(row)[place])));
        if (lost > 0)
        {
            yield return new Note("undefined-replicates", Severity.Warning, FormattableString.Invariant(
                $"{lost} of {bootstrap!.Count} bootstrap samples left a ratio undefined and out of its interval."));
        }
    }
}
