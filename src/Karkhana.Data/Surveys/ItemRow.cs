using Karkhana.Data.Files;

namespace Karkhana.Data.Surveys;

/// <summary>Reads the row at hand of a codebook or an item bank; a cell of a column that is not there is empty.</summary>
internal sealed class ItemRow
{
    private static readonly SurveyItem Nothing = new(
        "", "", "", "", double.NaN, double.NaN, Reverse: false, "", 0, new Dictionary<string, string>());

    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);

    public ItemRow(ITableSource source, FileProblems problems)
    {
        (_source, _problems) = (source, problems);
        for (int column = 0; column < source.Columns.Count; column++)
        {
            _at.TryAdd(source.Columns[column], column);
        }
    }

    public bool Has(string column) => _at.ContainsKey(column);

    public string Text(string column) => _at.TryGetValue(column, out int at) ? _source.Text(at) : "";

    /// <summary>Reads the item; what the row leaves empty comes from the bank's item, if there is one.</summary>
    public SurveyItem Read(SurveyItem? bank)
    {
        SurveyItem from = bank ?? Nothing;
        string id = Text("item");
        if (id.Length == 0)
        {
            Problem(
                "missing-id", "item", "an item id", "an empty cell", "Give the id that is the column in the survey file.");
        }

        SurveyItem item = new(
            id, Or("block", from.Block), Or("construct", from.Construct), Or("scale", from.Scale),
            Number("min", from.Minimum), Number("max", from.Maximum), Reverse(from.Reverse), Or("function", from.Function),
            Complexity(from.Complexity), Labels(from.Labels))
        { Expected = Number("expected", from.Expected) };
        CheckEnds(item);
        return item;
    }

    public double Number(string column, double? inherited = null)
    {
        if (!_at.TryGetValue(column, out int at))
        {
            return inherited ?? double.NaN;
        }

        if (!_source.TryNumber(at, out double number))
        {
            Problem(
                "not-a-number", column, "a number or an empty cell", FileProblems.Quote(_source.Text(at)),
                "Write digits only.");
        }

        return double.IsNaN(number) ? inherited ?? double.NaN : number;
    }

    public Dictionary<string, string> Labels(IReadOnlyDictionary<string, string>? inherited = null)
    {
        Dictionary<string, string> labels = new(inherited ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach ((string name, int column) in _at.Where(
            pair => pair.Key.StartsWith("label", StringComparison.Ordinal)))
        {
            string text = _source.Text(column);
            if (text.Length > 0)
            {
                labels[LanguageOf(name)] = text;
            }
        }

        return labels;
    }

    public void Problem(string code, string column, string expected, string found, string hint) =>
        _problems.Error(code, _source.Row, column, expected, found, hint);

    private string Or(string column, string inherited) => Text(column) is { Length: > 0 } own ? own : inherited;

    private void CheckEnds(SurveyItem item)
    {
        if (item.Minimum > item.Maximum)
        {
            Problem(
                "bad-range", "max", FormattableString.Invariant($"at least {item.Minimum}, the least answer"),
                FormattableString.Invariant($"{item.Maximum}"), "Exchange min and max.");
        }

        if (item.Expected < item.Minimum || item.Expected > item.Maximum)
        {
            Problem(
                "bad-expected", "expected", FormattableString.Invariant($"an answer from {item.Minimum} to {item.Maximum}"),
                FormattableString.Invariant($"{item.Expected}"), "Give the answer that shows that the line was read.");
        }
    }

    private bool Reverse(bool inherited)
    {
        string text = Text("reverse");
        bool? value = Flag.Read(text);
        if (value is null && text.Length > 0)
        {
            Problem("unknown-code", "reverse", "true or false", FileProblems.Quote(text), "Use one of these words.");
        }

        return value ?? inherited;
    }

    private int Complexity(int inherited)
    {
        double complexity = Number("complexity", inherited);
        if (complexity is 0 or 1 or 2 or 3)
        {
            return (int)complexity;
        }

        Problem(
            "unknown-code", "complexity", "1, 2 or 3, or empty", FormattableString.Invariant($"{complexity}"),
            "Basic is 1, intermediate 2, advanced 3.");
        return inherited;
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
