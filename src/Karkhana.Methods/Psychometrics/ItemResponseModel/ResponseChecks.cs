using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Refuses samples that no item response model can be estimated from, and notes what is odd about others.</summary>
internal static class ResponseChecks
{
    /// <summary>Refuses items with one category, and items with more than two where the model allows two.</summary>
    public static void Categories(CategoryResponses responses, ItemModel model)
    {
        List<string> problems = [];
        for (int item = 0; item < responses.Items.Count; item++)
        {
            double[] values = responses.Values[item];
            if (values.Length < 2)
            {
                problems.Add(values.Length == 0
                    ? $"{responses.Items[item]} has no answer"
                    : FormattableString.Invariant($"all answers to {responses.Items[item]} are {values[0]}"));
            }
            else if (model.IsBinary() && values.Length > 2)
            {
                problems.Add(FormattableString.Invariant(
                    $"{responses.Items[item]} has {values.Length} different answers where the model {Core.Tables.Words.Spaced(model)} allows 2"));
            }
        }

        Require.That(
            problems.Count == 0, nameof(responses),
            $"must have at least two different answers to each item, and no more than the model allows; {string.Join("; ", problems)}");
    }

    /// <summary>Notes whole-number scales of which a category was never chosen.</summary>
    public static IEnumerable<Note> Gaps(CategoryResponses responses)
    {
        for (int item = 0; item < responses.Items.Count; item++)
        {
            double[] values = responses.Values[item];
            bool whole = values.All(double.IsInteger) && values[^1] - values[0] < sbyte.MaxValue;
            if (whole && values[^1] - values[0] >= values.Length)
            {
                IEnumerable<string> unused = Enumerable.Range(0, (int)(values[^1] - values[0]))
                    .Select(step => values[0] + step).Except(values).Select(value => FormattableString.Invariant($"{value}"));
                yield return new Note("unused-category", Severity.Information,
                    $"Item {responses.Items[item]}: nobody answered {string.Join(", ", unused)}; steps lead from one observed answer to the next.");
            }
        }
    }

    /// <summary>Notes respondents without an answer, and refuses a sample of nothing else.</summary>
    public static IEnumerable<Note> Unanswered(bool[] answered)
    {
        int empty = answered.Count(any => !any);
        Require.That(empty < answered.Length, "responses", "must hold at least one answer");
        return empty == 0
            ? []
            : [new Note("no-answers", Severity.Information, FormattableString.Invariant(
                $"{empty} of {answered.Length} respondents answered no item. They say nothing about the items; their own latent distribution is that of their population."))];
    }

    /// <summary>Gives the names of the groups, the reference first, the others in the order of the letters.</summary>
    public static string[] Groups(ItemResponseSample sample, int[] rows, bool[] answered, ItemResponseModelOptions options)
    {
        if (sample.Groups is null)
        {
            Require.That(
                options.ReferenceGroup is null && options.FreeItems.Count == 0, nameof(options),
                "must not name a reference group or free items when responses have no group column");
            return [""];
        }

        string[] names = [.. rows.Select(row => sample.Groups[row]).Distinct().Order(StringComparer.Ordinal)];
        string? silent = names.FirstOrDefault(name => !rows.Where((row, at) => answered[at] && sample.Groups[row] == name).Any());
        Require.That(silent is null, "group", $"must hold answers in each group; there was none in group {silent}");
        string reference = options.ReferenceGroup ?? names[0];
        Require.That(
            names.Contains(reference), nameof(options.ReferenceGroup),
            $"must be one of the groups {string.Join(", ", names)}; it was {reference}");
        return [reference, .. names.Where(name => name != reference)];
    }

    /// <summary>Says which items are free, and refuses unknown ones, a set without anchors and categories that a group never
    /// chose.</summary>
    public static bool[] FreeItems(CategoryResponses responses, int[] groupOf, string[] groups, ItemResponseModelOptions options)
    {
        string? unknown = options.FreeItems.FirstOrDefault(item => !responses.Items.Contains(item));
        Require.That(unknown is null, nameof(options.FreeItems), $"must be items of the responses; {unknown} is not");
        bool[] free = [.. responses.Items.Select(item => groups.Length > 1 && options.FreeItems.Contains(item))];
        Require.That(
            Array.Exists(free, own => !own), nameof(options.FreeItems), "must leave at least one item as anchor; all items were named");
        for (int item = 0; item < free.Length; item++)
        {
            for (int group = 0; free[item] && group < groups.Length; group++)
            {
                CheckFree(responses, item, Enumerable.Range(0, groupOf.Length).Where(row => groupOf[row] == group), groups[group]);
            }
        }

        return free;
    }

    /// <summary>Refuses covariates that others (or the groups) determine.</summary>
    public static void Collinear(
        IReadOnlyList<string> names, double[][] covariates, int[] groupOf, string[] groups, bool[] answered)
    {
        if (covariates.Length == 0)
        {
            return;
        }

        double[][] columns =
        [
            .. Enumerable.Range(1, groups.Length - 1).Select(focal => groupOf.Select(group => group == focal ? 1.0 : 0).ToArray()),
            .. covariates,
        ];
        double[][] used = [.. columns.Select(column => Centred([.. column.Where((_, row) => answered[row])]))];
        for (int last = groups.Length - 1; last < used.Length; last++)
        {
            Matrix<double> products = Matrix<double>.Build.Dense(last + 1, last + 1, (i, j) => Core.Kernels.Sums.Dot(used[i], used[j]));
            Require.That(
                PositiveDefinite.Inverse(products) is not null, "covariates",
                $"must not follow from the groups and the covariates before them; {names[last - groups.Length + 1]} does");
        }
    }

    private static double[] Centred(double[] values)
    {
        double mean = Core.Kernels.Sums.Mean(values);
        return [.. values.Select(value => value - mean)];
    }

    private static void CheckFree(CategoryResponses responses, int item, IEnumerable<int> rows, string group)
    {
        HashSet<sbyte> seen = [.. rows.Select(row => responses.Row(row)[item])];
        int missing = Enumerable.Range(0, responses.CategoryCount(item)).FirstOrDefault(c => !seen.Contains((sbyte)c), -1);
        Require.That(
            missing < 0, nameof(ItemResponseModelOptions.FreeItems),
            FormattableString.Invariant(
                $"must have every answer in every group; in group {group} nobody answered {(missing < 0 ? 0 : responses.Values[item][missing])} to item {responses.Items[item]}"));
    }
}
