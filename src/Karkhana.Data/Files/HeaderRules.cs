namespace Karkhana.Data.Files;

/// <summary>What a header row must be, in any format.</summary>
internal static class HeaderRules
{
    public static void Check(IReadOnlyList<string> names, FileProblems problems)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int column = 0; column < names.Count; column++)
        {
            string place = FormattableString.Invariant($"column {column + 1}");
            if (names[column].Length == 0)
            {
                problems.Error(
                    "blank-header", 1, null, "a name for each column", $"no name for {place}",
                    "Name the column or delete it.");
            }
            else if (!seen.Add(names[column]))
            {
                problems.Error(
                    "duplicate-header", 1, FileProblems.Shorten(names[column]), "each column name once", $"the name again at {place}", "Rename or delete one of the columns.");
            }
        }
    }
}
