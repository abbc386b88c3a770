using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The answers of a reference and a focal group, ready to be compared item by item.</summary>
internal sealed class GroupComparison
{
    private readonly DifferentialItemFunctioningOptions _options;
    private readonly ItemResponses _responses;
    private readonly bool[] _focal;
    private readonly double[]? _scores;
    private readonly int _left;

    private GroupComparison(
        DifferentialItemFunctioningOptions options, ItemResponses responses, bool[] focal, double[]? scores, int left)
    {
        _options = options;
        _responses = responses;
        _focal = focal;
        _scores = scores;
        _left = left;
    }

    public static GroupComparison Of(GroupedResponses input, DifferentialItemFunctioningOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ItemResponses responses = input.Responses;
        Require.That(responses.Items.Count >= 2, nameof(input.Responses), $"must hold at least two items; they held {responses.Items.Count}");
        foreach (double[] answers in responses.Answers)
        {
            Require.SameLength(responses.Respondents, answers.Length, nameof(input.Responses));
        }

        Require.SameLength(responses.Respondents, input.Groups.Count, "group");
        CheckGroups(input.Groups, options.ReferenceGroup);
        CheckMatching(input.Scores, responses.Respondents, options);
        CheckAnswers(responses, options.Method);
        int[] rows = [.. Enumerable.Range(0, responses.Respondents).Where(row => options.Matching == MatchingVariable.Score
            ? double.IsFinite(input.Scores![row])
            : responses.Answers.All(answers => !double.IsNaN(answers[row])))];
        bool[] focal = [.. rows.Select(row => input.Groups[row] != options.ReferenceGroup)];
        CheckSize("reference", focal.Count(other => !other));
        CheckSize("focal", focal.Count(other => other));
        return new GroupComparison(
            options,
            responses with { Answers = [.. responses.Answers.Select(answers => rows.Select(row => answers[row]).ToArray())] },
            focal,
            options.Matching == MatchingVariable.Score ? [.. rows.Select(row => input.Scores![row])] : null,
            responses.Respondents - rows.Length);
    }

    /// <summary>Compares every item, matching on the items that are not left out and the studied one.</summary>
    public ItemDifference[] Compare(bool[] leftOut, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[]? total = _scores is null ? Total(leftOut) : null;
        bool regression = _options.Method != DifferentialItemFunctioningMethod.MantelHaenszel;
        ItemDifference[] items = regression
            ? Regressions(item => Matched(item, leftOut, total), execution, cancellationToken)
            : [.. Enumerable.Range(0, _responses.Items.Count).Select(item => MantelHaenszel.Of(
                Matched(item, leftOut, total).Joined(_options.MatchingGroups), _options.ContinuityCorrection))];
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. items.Select(item => item.OwnPValue)]);
        return [.. items.Select((item, i) => item with
        {
            AdjustedPValue = adjusted[i],
            Flagged = regression
                ? adjusted[i] < _options.Significance && item.NagelkerkeDifference >= _options.LeastDifference
                : item.Flagged,
        })];
    }

    /// <summary>Gives (mean of the focal − mean of the reference group)/pooled standard deviation of the sum of the items
    /// that are not left out; NaN when it does not vary.</summary>
    public double StandardisedDifference(bool[] leftOut)
    {
        double[] total = Total(leftOut);
        double[] reference = [.. total.Where((value, row) => !_focal[row] && !double.IsNaN(value))];
        double[] focal = [.. total.Where((value, row) => _focal[row] && !double.IsNaN(value))];
        double variance = (((reference.Length - 1) * Sums.Variance(reference)) + ((focal.Length - 1) * Sums.Variance(focal)))
            / (reference.Length + focal.Length - 2);
        return variance > 0 ? (Sums.Mean(focal) - Sums.Mean(reference)) / Math.Sqrt(variance) : double.NaN;
    }

    public IEnumerable<Note> Notes()
    {
        if (_left > 0)
        {
            yield return new Note("unmatched-respondents", Severity.Information, FormattableString.Invariant(
                $"{_left} of {_left + _focal.Length} respondents had no {(_scores is null ? "complete answers" : "score")} and were not used."));
        }
    }

    private static void CheckGroups(IReadOnlyList<string> groups, string reference)
    {
        int missing = groups.ToList().FindIndex(string.IsNullOrEmpty);
        Require.That(missing < 0, "group", FormattableString.Invariant($"must not be missing; row {missing + 1} was empty"));
        string[] codes = [.. groups.Distinct().Order(StringComparer.Ordinal)];
        Require.That(
            codes.Length == 2, "group", FormattableString.Invariant($"must hold two codes; it held {codes.Length}: {string.Join(", ", codes)}"));
        Require.That(
            codes.Contains(reference), "reference_group", $"must be one of the codes {string.Join(" and ", codes)}; it was {reference}");
    }

    private static void CheckMatching(IReadOnlyList<double>? scores, int respondents, DifferentialItemFunctioningOptions options)
    {
        if (options.Matching == MatchingVariable.Score)
        {
            Require.That(scores is not null, "score", "must be a column when respondents are matched on scores; it was missing");
            Require.SameLength(respondents, scores!.Count, "score");
            Require.That(!options.Purify, "purify", "must be false when respondents are matched on given scores, which cannot be recomputed; it was true");
        }
    }

    private static void CheckSize(string group, int respondents) => Require.That(
        respondents >= 2, "group", FormattableString.Invariant(
            $"must have at least two respondents in each group who can be matched; the {group} group had {respondents}"));

    private static void CheckAnswers(ItemResponses responses, DifferentialItemFunctioningMethod method)
    {
        for (int item = 0; item < responses.Items.Count && method == DifferentialItemFunctioningMethod.Logistic; item++)
        {
            int answers = responses.Answers[item].Where(answer => !double.IsNaN(answer)).Distinct().Count();
            Require.That(answers <= 2, "method", FormattableString.Invariant(
                $"must be ordinal or mantel-haenszel when an item has more than two answers; item {responses.Items[item]} had {answers}"));
        }
    }

    private ItemDifference[] Regressions(
        Func<int, MatchedItem> matched, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ReplicateRows rows = FilledRows.Compute(
            "comparing items between groups", _responses.Items.Count, RegressionDifference.Width,
            (item, values, place) => RegressionDifference.Fill(matched(item), values.AsSpan(place, RegressionDifference.Width)),
            execution, cancellationToken);
        return [.. _responses.Items.Select((name, item) => RegressionDifference.Of(name, rows.Row(item)))];
    }

    private MatchedItem Matched(int item, bool[] leftOut, double[]? total)
    {
        double[] answers = _responses.Answers[item];
        bool away = leftOut.Length > 0 && leftOut[item];
        double[] matching = _scores ?? (away ? [.. total!.Select((value, row) => Rounded(value + answers[row]))] : total!);
        return MatchedItem.Of(_responses.Items[item], answers, _focal, matching);
    }

    private double[] Total(bool[] leftOut) => [.. Enumerable.Range(0, _focal.Length).Select(row =>
    {
        double sum = 0;
        for (int item = 0; item < _responses.Items.Count; item++)
        {
            sum += leftOut.Length > 0 && leftOut[item] ? 0 : _responses.Answers[item][row];
        }

        return Rounded(sum);
    })];

    // Sums of fractions that are equal on paper may differ in the last bit: they must share a stratum.
    private static double Rounded(double sum) => Math.Round(sum, 10);
}
