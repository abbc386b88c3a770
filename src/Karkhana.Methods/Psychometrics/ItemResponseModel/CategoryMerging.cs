using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Joins categories that hardly anybody chose with a neighbour.</summary>
internal static class CategoryMerging
{
    /// <summary>Joins, item by item, the rarest category with its rarer neighbour until none is too rare or two are
    /// left.</summary>
    public static (CategoryResponses Responses, IReadOnlyList<Note> Notes) Merge(CategoryResponses responses, int least)
    {
        if (least <= 1)
        {
            return (responses, []);
        }

        int[][] counts = AnswerCounts.Of(responses);
        sbyte[][] joined = [.. counts.Select(own => Join(own, least))];
        List<Note> notes = [];
        for (int item = 0; item < joined.Length; item++)
        {
            if (joined[item].Length > joined[item].Max() + 1)
            {
                notes.Add(new Note("merged-categories", Severity.Warning, FormattableString.Invariant(
                    $"Item {responses.Items[item]}: answers that fewer than {least} respondents gave were merged with their neighbours; the categories are now {Text(responses.Values[item], joined[item])}.")));
            }
        }

        return notes.Count == 0 ? (responses, notes) : (responses.Joined(joined), notes);
    }

    private static sbyte[] Join(int[] counts, int least)
    {
        List<(int Count, int Size)> parts = [.. counts.Select(count => (count, 1))];
        while (parts.Count > 2 && parts.Min(part => part.Count) < least)
        {
            int rarest = parts.FindIndex(part => part.Count == parts.Min(other => other.Count));
            bool down = rarest == parts.Count - 1 || (rarest > 0 && parts[rarest - 1].Count <= parts[rarest + 1].Count);
            int lower = down ? rarest - 1 : rarest;
            parts[lower] = (parts[lower].Count + parts[lower + 1].Count, parts[lower].Size + parts[lower + 1].Size);
            parts.RemoveAt(lower + 1);
        }

        return [.. parts.SelectMany((part, category) => Enumerable.Repeat((sbyte)category, part.Size))];
    }

    private static string Text(double[] values, sbyte[] joined) => string.Join(", ", values
        .Select((value, c) => (value, category: joined[c]))
        .GroupBy(pair => pair.category)
        .Select(group => string.Join(" to ", group.Select(pair => pair.value).Where((_, at) => at == 0 || at == group.Count() - 1)
            .Select(value => FormattableString.Invariant($"{value}")))));
}
