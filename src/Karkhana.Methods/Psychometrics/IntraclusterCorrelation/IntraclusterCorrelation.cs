using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods.Concentration;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How much alike the values of one group are, such as the answers that one interviewer wrote down.</summary>
public static class IntraclusterCorrelation
{
    internal const string Source =
        "Donner 1986, doi:10.2307/1403259; Kish 1965, Survey Sampling; Searle 1971, Linear Models";

    /// <summary>Estimates the correlation by the one-way analysis of variance; groups may differ in size.</summary>
    /// <remarks>
    /// N values in k groups of sizes n_i, MSB and MSW the mean squares between (k − 1 degrees of freedom) and within
    /// groups (N − k), n₀ = (N − Σn_i²/N)/(k − 1). Estimate: ρ = (MSB − MSW)/(MSB + (n₀ − 1)MSW), which may be negative.
    /// Test of ρ = 0: F = MSB/MSW. Interval: (F_L − 1)/(F_L + n₀ − 1) with F_L = F/F₁₋α/₂(k − 1, N − k), and likewise
    /// above with F·F₁₋α/₂(N − k, k − 1); exact with groups of one size, near with others. Design effect: 1 + (Σn_i²/N −
    /// 1)·max(ρ, 0), the factor by which the variance of a mean grows. Assumes that groups were filled at random and
    /// that values are near normal with one variance. Cost: N time. Source: Donner 1986, doi:10.2307/1403259, section 3;
    /// Kish 1965, section 5.4. Agrees with: the one-way single-rater coefficient of psych ICC() with groups of one size,
    /// relative 1e-9.
    /// </remarks>
    /// <param name="data">Values in at least two groups, one of them with at least two values.</param>
    /// <param name="options">Confidence.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The estimate with test, interval and design effect; NaN, with a note, when nothing varies.</returns>
    /// <exception cref="ArgumentException">Too few groups or values, or lengths that differ.</exception>
    public static IntraclusterCorrelationResult Estimate(
        GroupedValues data, IntraclusterCorrelationOptions? options = null, ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new IntraclusterCorrelationOptions();
        Require.SameLength(data.Values.Count, data.Groups.Count, nameof(data.Groups));
        int[] known = [.. Enumerable.Range(0, data.Values.Count).Where(i => !double.IsNaN(data.Values[i]))];
        double[] values = [.. known.Select(i => data.Values[i])];
        Require.Finite(values, nameof(data.Values));
        CodeList groups = CodeList.Of([.. known.Select(i => data.Groups[i])]);
        Require.That(
            groups.Codes.Length >= 2, nameof(data), FormattableString.Invariant(
                $"must hold values of at least two groups; it holds {groups.Codes.Length}"));
        Require.That(
            values.Length > groups.Codes.Length, nameof(data),
            "must hold a group of at least two values; every group has one");
        return Of(new OneWayVariance(values, groups), options, data.Values.Count - values.Length);
    }

    private static IntraclusterCorrelationResult Of(
        OneWayVariance variance, IntraclusterCorrelationOptions options, int missing)
    {
        double upper = (1 + options.Confidence) / 2;
        double estimate = variance.Correlation(variance.Statistic);
        return new IntraclusterCorrelationResult
        {
            Estimate = estimate,
            ConfidenceLow = variance.Correlation(
                variance.Statistic / DistributionQuantiles.OfFisher(variance.DegreesBetween, variance.DegreesWithin, upper)),
            ConfidenceHigh = variance.Correlation(
                variance.Statistic * DistributionQuantiles.OfFisher(variance.DegreesWithin, variance.DegreesBetween, upper)),
            Statistic = variance.Statistic,
            DegreesBetween = variance.DegreesBetween,
            DegreesWithin = variance.DegreesWithin,
            PValue = FisherF.UpperTail(variance.Statistic, variance.DegreesBetween, variance.DegreesWithin),
            DesignEffect = 1 + ((variance.MeanSizePerValue - 1) * Math.Max(estimate, 0)),
            BetweenVariance = variance.BetweenComponent,
            WithinVariance = variance.MeanSquareWithin,
            Groups = variance.DegreesBetween + 1,
            Count = variance.DegreesBetween + variance.DegreesWithin + 1,
            MeanSize = variance.MeanSize,
            Notes = [.. Notes(variance, missing)],
            Provenance = new Provenance(
                "psychometrics.intracluster-correlation",
                FormattableString.Invariant($"confidence = {options.Confidence}"), Source),
        };
    }

    private static IEnumerable<Note> Notes(OneWayVariance variance, int missing)
    {
        if (missing > 0)
        {
            yield return new Note("missing-values", Severity.Information, FormattableString.Invariant(
                $"{missing} missing values were not used."));
        }

        if (double.IsNaN(variance.Statistic))
        {
            yield return new Note(
                "no-variation", Severity.Warning, "All values are equal: nothing can be said of how alike groups are.");
        }
        else if (variance.MeanSquareWithin == 0)
        {
            yield return new Note(
                "no-variation-within", Severity.Warning, "Values within groups are all equal; the correlation is 1 by construction.");
        }

        if (variance.UnequalSizes)
        {
            yield return new Note(
                "unequal-groups", Severity.Information, "Groups differ in size: the interval is approximate.");
        }
    }
}
