using Karkhana.Data.Files;

namespace Karkhana.Data.Surveys;

/// <summary>Reads an item bank and reports everything that would make a poor questionnaire.</summary>
internal static class ItemBankReader
{
    private const int LongestId = 32; // the longest name of a variable that Stata takes

    private static readonly string[] Needed = ["item", "block", "construct", "scale"];

    private static readonly Dictionary<string, (double Least, double Most)> Ends = new(StringComparer.Ordinal)
    {
        ["F5"] = (0, 4),
        ["L5"] = (1, 5),
        ["Y"] = (0, 1),
        ["P"] = (0, 100),
        ["M3"] = (0, 3),
        ["C5"] = (-2, 2),
    };

    public static ItemBank? Read(
        ITableSource source, FileProblems problems, IReadOnlyDictionary<string, IReadOnlyList<AnchorStep>> anchors)
    {
        ItemRow row = new(source, problems);
        string[] missing = [.. Needed.Where(name => !row.Has(name))];
        foreach (string name in missing)
        {
            problems.Error(
                "missing-column", 1, name, $"the columns {string.Join(", ", Needed)}", "no such column", "Add the column.");
        }

        if (missing.Length > 0)
        {
            return null;
        }

        List<BankItem> items = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (source.Read())
        {
            BankItem item = new(row.Read(bank: null), row.Text("anchors"), row.Text("applies_to"), VersionOf(row));
            CheckId(row, item.Item.Id, seen);
            CheckScale(row, problems, source.Row, item, anchors);
            CheckWording(problems, source.Row, item.Item);
            items.Add(item);
        }

        if (items.Count == 0)
        {
            problems.Error("no-rows", null, null, "at least one item", "a header alone", "Leave the bank out.");
        }

        return new ItemBank(items, anchors);
    }

    private static int VersionOf(ItemRow row)
    {
        double version = row.Number("version", 1);
        if (version is >= 1 and <= 1_000_000 && version == Math.Floor(version))
        {
            return (int)version;
        }

        row.Problem(
            "bad-version", "version", "a whole number from 1", FormattableString.Invariant($"{version}"),
            "Raise it by one when the wording of the item changes.");
        return 1;
    }

    private static void CheckId(ItemRow row, string id, HashSet<string> seen)
    {
        if (id.Length > 0 && !seen.Add(id))
        {
            row.Problem(
                "duplicate-item", "item", "each item once", FileProblems.Quote(id), "Delete the copy or rename it.");
        }

        bool sound = id.Length is > 0 and <= LongestId && char.IsAsciiLetter(id[0])
            && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
        if (!sound && id.Length > 0)
        {
            row.Problem(
                "bad-item-id", "item", "a letter, then letters, digits and _, at most 32 in all", FileProblems.Quote(id),
                "Survey tools and statistics packages take no other names.");
        }
    }

    private static void CheckScale(
        ItemRow row, FileProblems problems, long line, BankItem entry,
        IReadOnlyDictionary<string, IReadOnlyList<AnchorStep>> anchors)
    {
        SurveyItem item = entry.Item;
        if (item.Scale.Length == 0)
        {
            row.Problem("missing-scale", "scale", "a scale", "an empty cell", "Write N for numbers, T for text.");
        }

        if (Ends.TryGetValue(item.Scale, out (double Least, double Most) ends)
            && (item.Minimum != ends.Least || item.Maximum != ends.Most))
        {
            problems.Warning(
                "other-ends", line, "min", FormattableString.Invariant($"{ends.Least} to {ends.Most}, as scale {item.Scale} runs"),
                FormattableString.Invariant($"{item.Minimum} to {item.Maximum}"), "Give a scale of your own another name.");
        }

        if (item.Complexity > 0 && item.Function.Length == 0)
        {
            row.Problem(
                "missing-function", "function", "a function beside the complexity", "an empty cell",
                "A step of the ladder needs both.");
        }

        if (entry.Anchors.Length == 0)
        {
            return;
        }

        if (!anchors.TryGetValue(entry.Anchors, out IReadOnlyList<AnchorStep>? steps))
        {
            row.Problem(
                "unknown-anchors", "anchors", $"one of {string.Join(", ", anchors.Keys)}, or empty",
                FileProblems.Quote(entry.Anchors), "Put the meaning of the steps into the wording instead.");
        }
        else if (steps[0].Value != item.Minimum || steps[^1].Value != item.Maximum)
        {
            row.Problem(
                "unfit-anchors", "anchors",
                FormattableString.Invariant($"anchors from {item.Minimum} to {item.Maximum}, the ends of the item"),
                FormattableString.Invariant($"{entry.Anchors}, from {steps[0].Value} to {steps[^1].Value}"),
                "Name another set, or correct min and max.");
        }
    }

    private static void CheckWording(FileProblems problems, long line, SurveyItem item)
    {
        if (!item.Labels.ContainsKey("en"))
        {
            problems.Warning(
                "no-wording", line, "label_en", "the question in English", "an empty cell",
                "Translators start from it.");
        }
    }
}
