using Karkhana.Data.Files;

namespace Karkhana.Data.Validation;

/// <summary>Ids come once.</summary>
internal static class IdRules
{
    public static void Check(IReadOnlyList<string> ids, IReadOnlyList<long> rows, string column, FileProblems problems)
    {
        Dictionary<string, int> first = new(ids.Count, StringComparer.Ordinal);
        for (int i = 0; i < ids.Count; i++)
        {
            if (ids[i].Length > 0 && !first.TryAdd(ids[i], i))
            {
                problems.Error(
                    "duplicate-id", rows[i], column, "each id once",
                    FormattableString.Invariant($"{FileProblems.Quote(ids[i])} as in row {rows[first[ids[i]]]}"), "Delete the copy or give it an id of its own.");
            }
        }
    }
}
