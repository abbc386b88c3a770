using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Methods.Econometrics;

/// <summary>Whether values of one group tend to be greater than those of another.</summary>
public static class RankSumTest
{
    internal const string Source =
        "Wilcoxon 1945, doi:10.2307/3001968; Mann & Whitney 1947, doi:10.1214/aoms/1177730491; Streitberg & Roehmel 1986, Statistical Software Newsletter 12(1):10-17";

    private const int MostExact = 200;

    /// <summary>Tests whether the groups are drawn from one distribution.</summary>
    /// <remarks>
    /// W = Σ_ij [x_i &gt; y_j] + ½[x_i = y_j], m and n values, N = m + n. Asymptotic: z = (W − mn/2 ∓ ½)/σ with σ² = mn/12 · (N
    /// + 1 − Σ (t³ − t)/(N(N − 1))) over ties of t values; the ½ moves z towards 0 and can be left out. Exact: the
    /// distribution of W over all C(N, m) ways to deal the mid-ranks out, by counting sums of ranks; two-sided is twice the
    /// smaller tail, at most 1. Effect size: W/(mn), the chance that a value of the first group is greater, ties counted
    /// half. All values equal: NaN and a note. Cost: N log N; exact N·m·N², at most 200 values.
    /// Source: Wilcoxon 1945, doi:10.2307/3001968; Mann and Whitney 1947, doi:10.1214/aoms/1177730491; Streitberg and Röhmel
    /// 1986. Agrees with: R 4.2 wilcox.test, relative 1e-10 (exact without ties).
    /// </remarks>
    /// <param name="sample">Values of two groups.</param>
    /// <param name="options">Distribution, continuity, alternative.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between values in the exact count.</param>
    /// <returns>The test with effect size.</returns>
    /// <exception cref="ArgumentException">Not two groups, or too many values for an exact p.</exception>
    public static RankSumTestResult Estimate(
        GroupedValues sample, RankSumTestOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new RankSumTestOptions();
        GroupedObservations groups = GroupedObservations.Of(sample, leastSize: 1, mostGroups: 2);
        double[] ranks = Ranks.Of(groups.Pooled);
        (double first, double second) = (groups.Sizes[0], groups.Sizes[1]);
        double[] ofFirst = [.. ranks.Where((_, i) => groups.Groups.Positions[i] == 0)];
        double statistic = Sums.Sum(ofFirst) - (first * (first + 1) / 2);
        double total = first + second;
        double squared = first * second / 12 * (total + 1 - (TiedRanks.CubicExcess(groups.Pooled) / (total * (total - 1))));
        bool varies = GroupedObservations.Varies(groups.Pooled);
        double z = varies ? Score(statistic - (first * second / 2), Math.Sqrt(squared), options) : double.NaN;
        return new RankSumTestResult
        {
            Groups = groups.Groups.Codes,
            Sizes = groups.Sizes,
            Medians = [.. groups.Values.Select(Quantiles.Median)],
            Statistic = statistic,
            Score = z,
            PValue = !varies ? double.NaN
                : options.Distribution == NullDistribution.Exact ? Exact(ranks, ofFirst, options.Alternative, cancellationToken)
                : options.Alternative == Alternative.TwoSided ? Math.Min(1, 2 * Math.Min(NormalTail.Upper(z), NormalTail.Upper(-z)))
                : NormalTail.PValue(z, options.Alternative),
            ProbabilityOfSuperiority = statistic / (first * second),
            Notes =
            [
                .. groups.Notes,
                .. varies ? Array.Empty<Note>() : [new Note("no-variation", Severity.Warning, "All values are equal; there is nothing to rank and no p-value.")],
            ],
            Provenance = new Provenance(
                "econometrics.rank-sum-test",
                $"distribution = {options.Distribution}, continuity = {options.Continuity}, alternative = {options.Alternative}",
                Source),
        };
    }

    private static double Score(double distance, double deviation, RankSumTestOptions options)
    {
        double correction = !options.Continuity ? 0
            : options.Alternative == Alternative.Greater ? 0.5
            : options.Alternative == Alternative.Less ? -0.5
            : 0.5 * Math.Sign(distance);
        return (distance - correction) / deviation;
    }

    private static double Exact(double[] ranks, double[] ofFirst, Alternative alternative, CancellationToken cancellationToken)
    {
        Require.That(ranks.Length <= MostExact, nameof(RankSumTestOptions.Distribution), FormattableString.Invariant(
            $"must be asymptotic with more than {MostExact} values; there were {ranks.Length}"));
        // Mid-ranks are multiples of one half: twice them are whole numbers.
        int[] doubled = [.. ranks.Select(rank => (int)Math.Round(2 * rank))];
        double[] ways = RankSumCount.Ways(doubled, ofFirst.Length, cancellationToken);
        int observed = (int)Math.Round(2 * Sums.Sum(ofFirst));
        double all = Sums.Sum(ways);
        double below = Sums.Sum(ways.AsSpan(0, observed + 1)) / all;
        double above = Sums.Sum(ways.AsSpan(observed)) / all;
        return alternative switch
        {
            Alternative.Greater => above,
            Alternative.Less => below,
            _ => Math.Min(1, 2 * Math.Min(below, above)),
        };
    }
}
