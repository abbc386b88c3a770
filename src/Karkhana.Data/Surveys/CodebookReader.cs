using Karkhana.Data.Files;

namespace Karkhana.Data.Surveys;

/// <summary>Reads the codebook: one row per item; items of the bank need no more than their id.</summary>
internal static class CodebookReader
{
    private static readonly string[] Needed = ["item", "block", "construct", "scale", "min", "max", "reverse"];

    /// <summary>Reads the items.</summary>
    /// <returns>The items, or null when the codebook cannot be read; the reasons were reported.</returns>
    public static IReadOnlyList<SurveyItem>? Read(ITableSource source, FileProblems problems, ItemBank bank)
    {
        ItemRow row = new(source, problems);
        string[] missing = [.. Needed.Where(name => !row.Has(name))];
        if (missing.Contains("item"))
        {
            ReportMissing(problems, missing);
            return null;
        }

        List<SurveyItem> items = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        bool allInBank = true;
        while (source.Read())
        {
            SurveyItem? known = bank.Find(row.Text("item"))?.Item;
            SurveyItem item = row.Read(known);
            items.Add(item);
            allInBank &= known is not null;
            if (known is not null)
            {
                WarnOfContradictions(source, problems, known, item);
            }

            if (!seen.Add(item.Id))
            {
                problems.Error(
                    "duplicate-item", source.Row, "item", "each item once", FileProblems.Quote(item.Id),
                    "Delete the copy or rename it.");
            }
        }

        if (allInBank || missing.Length == 0)
        {
            return items;
        }

        ReportMissing(problems, missing);
        return null;
    }

    private static void ReportMissing(FileProblems problems, string[] missing)
    {
        foreach (string name in missing)
        {
            problems.Error(
                "missing-column", 1, name, $"the columns {string.Join(", ", Needed)}", "no such column",
                "Add the column; it may be empty for items of the item bank.");
        }
    }

    // To close an end that the bank leaves open is no contradiction: a study may know how far its answers can go.
    private static void WarnOfContradictions(ITableSource source, FileProblems problems, SurveyItem bank, SurveyItem own)
    {
        void Compare(string column, string expected, string found)
        {
            if (expected != found)
            {
                problems.Warning(
                    "other-than-bank", source.Row, column, $"{column} {expected}, as the item bank has it for {bank.Id}",
                    $"{column} {FileProblems.Shorten(found)}",
                    "What the codebook says is used. Give an item of your own another id, so that nobody compares the two.");
            }
        }

        string Number(double value) => FormattableString.Invariant($"{value}");
        string YesOrNo(bool value) => value ? "true" : "false";
        Compare("scale", bank.Scale, own.Scale);
        Compare("reverse", YesOrNo(bank.Reverse), YesOrNo(own.Reverse));
        if (!double.IsNaN(bank.Minimum))
        {
            Compare("min", Number(bank.Minimum), Number(own.Minimum));
        }

        if (!double.IsNaN(bank.Maximum))
        {
            Compare("max", Number(bank.Maximum), Number(own.Maximum));
        }
    }
}
