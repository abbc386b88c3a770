using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Are the items equally difficult for different groups of respondents, as the Rasch model demands?</summary>
public static class AndersenTest
{
    internal const string Source = "Andersen 1973, doi:10.1007/BF02291180";

    /// <summary>Computes the likelihood ratio test.</summary>
    /// <remarks>
    /// Statistic 2(Σ_g l_g − l) with l the greatest conditional log-likelihood of all respondents and l_g that of a group
    /// alone; chi-square with (groups − 1) × free item parameters degrees of freedom. Split at the median (or mean) raw
    /// score over all respondents, ties to the lower group, or by a given group. Respondents with a missing answer are
    /// left out, for their raw scores cannot be compared. Cost: one conditional fit per group and one for all. Source:
    /// Andersen 1973, doi:10.1007/BF02291180. Agrees with: eRm LRtest(splitcr = "median"), relative 1e-4.
    /// </remarks>
    /// <param name="input">Answers 0, 1, 2, … and perhaps groups.</param>
    /// <param name="options">Split and model.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The test, and the locations by group.</returns>
    /// <exception cref="ArgumentException">Fewer than two groups, or an item that does not vary in a group.</exception>
    public static AndersenTestResult Estimate(
        ItemResponseSample input,
        AndersenTestOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        options ??= new AndersenTestOptions();
        CategoryResponses responses = ScoreGroup.Coded(input.Responses);
        int[] rows = responses.CompleteRows();
        Require.That(rows.Length > 0, nameof(input), "must hold a respondent who answered every item; it held none");
        (string Name, int[] Rows)[] groups = Split(responses, input.Groups, rows, options.Split);
        Require.That(
            groups.Length >= 2, nameof(input), FormattableString.Invariant($"must split into at least two groups; there was {groups.Length}"));
        ConditionalFit all = ConditionalFit.Of(responses, rows, options.Model, "");
        ConditionalFit[] fits = [.. groups.Select(group => ConditionalFit.Of(responses, group.Rows, options.Model, $" of group {group.Name}"))];
        return Result(responses, [.. groups.Select(group => group.Name)], all, fits, options);
    }

    private static (string Name, int[] Rows)[] Split(
        CategoryResponses responses, IReadOnlyList<string>? given, int[] rows, AndersenSplit split)
    {
        if (split == AndersenSplit.Group)
        {
            Require.That(given is not null, nameof(split), "by group needs a column for the role group of the responses; none was given");
            Require.SameLength(responses.Respondents, given!.Count, nameof(ItemResponseSample.Groups));
            return [.. rows.GroupBy(row => given[row], StringComparer.Ordinal).Select(group => (group.Key, group.ToArray()))];
        }

        double[] scores = [.. rows.Select(row => (double)ScoreGroup.Score(responses.Row(row)))];
        double cut = split == AndersenSplit.Median ? Quantiles.Median(scores) : Sums.Mean(scores);
        (string, int[])[] halves =
        [
            ("low", [.. rows.Where((_, i) => scores[i] <= cut)]),
            ("high", [.. rows.Where((_, i) => scores[i] > cut)]),
        ];
        return [.. halves.Where(half => half.Item2.Length > 0)];
    }

    private static AndersenTestResult Result(
        CategoryResponses responses, string[] groups, ConditionalFit all, ConditionalFit[] fits, AndersenTestOptions options)
    {
        double statistic = 2 * (fits.Aggregate(0.0, (sum, fit) => sum + fit.LogLikelihood) - all.LogLikelihood);
        int degrees = (groups.Length - 1) * all.Parameters;
        return new AndersenTestResult
        {
            Statistic = statistic,
            DegreesOfFreedom = degrees,
            PValue = ChiSquare.UpperTail(statistic, degrees),
            Groups = groups,
            Respondents = [.. fits.Select(fit => fit.Used)],
            LogLikelihoods = [.. fits.Select(fit => fit.LogLikelihood)],
            Items = responses.Items,
            Locations = [.. Enumerable.Range(0, responses.Items.Count).SelectMany(
                item => fits.Select(fit => Sums.Mean(fit.Thresholds[item])))],
            Notes =
            [
                .. ConditionalRaschModel.Convergence(all, ""),
                .. fits.SelectMany((fit, group) => ConditionalRaschModel.Convergence(fit, $" of group {groups[group]}")),
            ],
            Provenance = new Provenance("psychometrics.andersen-test", $"split = {options.Split}, model = {options.Model}", Source),
        };
    }
}
