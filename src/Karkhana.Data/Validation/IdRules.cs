using Karkhana.Data.Files;

namespace Karkhana.Data.Validation;

/// <summary>Ids come once and can be seen whole.</summary>
internal static class IdRules
{
    public static void Check(IReadOnlyList<string> ids, IReadOnlyList<long> rows, string column, FileProblems problems)
    {
        Dictionary<string, int> first = new(ids.Count, StringComparer.Ordinal);
        for (int i = 0; i < ids.Count; i++)
        {
            if (!FileProblems.IsVisible(ids[i]))
            {
                problems.Error(
                    "control-character", rows[i], column, "an id without control characters", FileProblems.Quote(ids[i]),
                    "Type the id anew; such characters come from copying and match nothing.");
            }

            if (ids[i].Length > 0 && !first.TryAdd(ids[i], i))
            {
                problems.Error(
                    "duplicate-id", rows[i], column, "each id once",
                    FormattableString.Invariant($"{FileProblems.Quote(ids[i])} as in row {rows[first[ids[i]]]}"), "Delete the copy or give it an id of its own.");
            }
        }
    }
}
