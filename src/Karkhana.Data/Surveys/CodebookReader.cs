using Karkhana.Data.Files;

namespace Karkhana.Data.Surveys;

/// <summary>Reads the codebook: one row per item.</summary>
internal static class CodebookReader
{
    private static readonly string[] Needed = ["item", "block", "construct", "scale", "min", "max", "reverse"];

    /// <summary>Reads the items.</summary>
    /// <returns>The items, or null when the codebook cannot be read; the reasons were reported.</returns>
    public static IReadOnlyList<SurveyItem>? Read(ITableSource source, FileProblems problems)
    {
        Dictionary<string, int> at = new(StringComparer.Ordinal);
        for (int column = 0; column < source.Columns.Count; column++)
        {
            at.TryAdd(source.Columns[column], column);
        }

        string[] missing = [.. Needed.Where(name => !at.ContainsKey(name))];
        foreach (string name in missing)
        {
            problems.Error(
                "missing-column", 1, name, $"the columns {string.Join(", ", Needed)}", "no such column",
                "Add the column; it may be empty but for item and construct.");
        }

        List<SurveyItem> items = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (source.Read())
        {
            if (missing.Length == 0)
            {
                SurveyItem item = new ItemRow(source, problems, at).Read();
                items.Add(item);
                if (!seen.Add(item.Id))
                {
                    problems.Error(
                        "duplicate-item", source.Row, "item", "each item once", FileProblems.Quote(item.Id),
                        "Delete the copy or rename it.");
                }
            }
        }

        return missing.Length == 0 ? items : null;
    }

    private sealed class ItemRow(ITableSource source, FileProblems problems, Dictionary<string, int> at)
    {
        public SurveyItem Read()
        {
            string id = source.Text(at["item"]);
            if (id.Length == 0)
            {
                problems.Error(
                    "missing-id", source.Row, "item", "an item id", "an empty cell",
                    "Give the id that is the column in the survey file.");
            }

            (double least, double most) = (Number("min"), Number("max"));
            if (least > most)
            {
                problems.Error(
                    "bad-range", source.Row, "max", FormattableString.Invariant($"at least {least}, the least answer"), FormattableString.Invariant($"{most}"), "Exchange min and max.");
            }

            double complexity = at.ContainsKey("complexity") ? Number("complexity") : 0;
            if (complexity is not (double.NaN or 0 or 1 or 2 or 3))
            {
                problems.Error(
                    "unknown-code", source.Row, "complexity", "1, 2 or 3, or empty",
                    FormattableString.Invariant($"{complexity}"), "Basic is 1, intermediate 2, advanced 3.");
            }

            return new SurveyItem(
                id,
                source.Text(at["block"]),
                source.Text(at["construct"]),
                source.Text(at["scale"]),
                least,
                most,
                Reverse(),
                at.TryGetValue("function", out int function) ? source.Text(function) : "",
                double.IsNaN(complexity) ? 0 : (int)complexity,
                Labels());
        }

        private double Number(string column)
        {
            if (!source.TryNumber(at[column], out double number))
            {
                problems.Error(
                    "not-a-number", source.Row, column, "a number or an empty cell",
                    FileProblems.Quote(source.Text(at[column])), "Write digits only.");
            }

            return number;
        }

        private bool Reverse()
        {
            string text = source.Text(at["reverse"]);
            bool? value = Flag.Read(text);
            if (value is null && text.Length > 0)
            {
                problems.Error(
                    "unknown-code", source.Row, "reverse", "true or false", FileProblems.Quote(text),
                    "Use one of these words.");
            }

            return value == true;
        }

        private Dictionary<string, string> Labels()
        {
            Dictionary<string, string> labels = new(StringComparer.Ordinal);
            foreach ((string name, int column) in at.Where(
                pair => pair.Key.StartsWith("label", StringComparison.Ordinal)))
            {
                string text = source.Text(column);
                if (text.Length > 0)
                {
                    labels[LanguageOf(name)] = text;
                }
            }

            return labels;
        }

        /// <summary>Both <c>label_en</c> and the form of survey tools, <c>label::English (en)</c>, name a
        /// language.</summary>
        private static string LanguageOf(string column)
        {
            int bracket = column.LastIndexOf('(');
            return bracket >= 0 ? column[(bracket + 1)..].TrimEnd(')') : column.StartsWith(
                "label_", StringComparison.Ordinal) ? column[6..] : "en";
        }
    }
}
