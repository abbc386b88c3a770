using Karkhana.Data.Files;
using Karkhana.Data.Studies;

namespace Karkhana.Data.Surveys;

/// <summary>Reads the answers and checks each against the codebook.</summary>
internal sealed class SurveyReader
{
    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly InterviewColumns _interview;
    private readonly List<SurveyItem> _items = [];
    private readonly List<int> _columns = [];
    private readonly Dictionary<(int Firm, int Visit), long> _seen = [];

    private SurveyReader(ITableSource source, InterviewColumns interview, FileProblems problems)
    {
        _source = source;
        _interview = interview;
        _problems = problems;
    }

    /// <summary>Reads the answers.</summary>
    /// <param name="source">The file.</param>
    /// <param name="toml">The settings.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="codebook">The items; null takes those of the bank, and then every column must be one.</param>
    /// <param name="bank">The item bank.</param>
    /// <param name="firmIds">The ids of the register.</param>
    /// <returns>The survey, or null when it cannot be read; the reasons were reported.</returns>
    public static Survey? Read(
        ITableSource source, StudyToml toml, FileProblems problems, IReadOnlyList<SurveyItem>? codebook, ItemBank bank,
        IReadOnlyList<string> firmIds)
    {
        ColumnFinder find = new(source, toml, "survey", problems);
        SurveyReader reader = new(source, new InterviewColumns(source, toml, find, problems), problems);
        (int id, int weight, int synthetic) = (find.Required("id"), find.Optional("weight"), find.Named("synthetic"));
        int[] used = [id, weight, synthetic, .. reader._interview.Used];
        if (codebook is null)
        {
            codebook = reader.BankAsCodebook(bank, used, toml);
        }

        reader.MatchItems(codebook ?? [], used, warn: codebook is not null);
        Dictionary<string, int> positions = new(firmIds.Count, StringComparer.Ordinal);
        for (int i = 0; i < firmIds.Count; i++)
        {
            positions.TryAdd(firmIds[i], i);
        }

        AnswerRows[] visits = [new(reader._items.Count), new(reader._items.Count)];
        while (source.Read())
        {
            if (id >= 0 && codebook is not null && reader.Interview(id, positions) is ({ } firm, { } visit))
            {
                reader.ReadRow(visits[visit - 1], firm, weight, synthetic);
            }
        }

        return id < 0 || codebook is null ? null : reader.Finish(visits, firmIds);
    }

    private List<SurveyItem>? BankAsCodebook(ItemBank bank, int[] used, StudyToml toml)
    {
        string[] names = [.. Enumerable.Range(0, _source.Columns.Count).Where(column => IsItem(column, used)).Select(
            column => _source.Columns[column])];
        string[] own = [.. names.Where(name => bank.Find(name) is null)];
        if (own.Length == 0)
        {
            return [.. names.Select(name => bank.Find(name)!.Item)];
        }

        toml.Problems.Error(
            "missing-key", null, "survey.codebook", "the key codebook in [survey], or nothing but items of the item bank",
            $"columns that are no items of it: {FileProblems.Shorten(string.Join(", ", own))}",
            "Write codebook = \"…\" under [survey]; «karkhana items» lists the item bank.");
        return null;
    }

    private bool IsItem(int column, int[] used) =>
        !used.Contains(column) && _source.Columns[column] is not ("generator_version" or "seed");

    private void MatchItems(IReadOnlyList<SurveyItem> codebook, int[] used, bool warn)
    {
        Dictionary<string, SurveyItem> byId = codebook.GroupBy(item => item.Id).ToDictionary(
            group => group.Key, group => group.First());
        for (int column = 0; column < _source.Columns.Count && warn; column++)
        {
            string name = _source.Columns[column];
            if (byId.Remove(name, out SurveyItem? item))
            {
                if (item.IsNumeric)
                {
                    _items.Add(item);
                    _columns.Add(column);
                }
            }
            else if (IsItem(column, used))
            {
                _problems.Warning(
                    "no-codebook-line", 1, FileProblems.Shorten(name), "a line of the codebook for each column",
                    "none", "The column is not used.");
            }
        }

        foreach (string id in byId.Values.Where(item => item.Id.Length > 0 && item.IsNumeric).Select(item => item.Id))
        {
            _problems.Warning(
                "item-without-column", 1, FileProblems.Shorten(id), "a column for each item of the codebook", "none",
                "The item counts as not asked.");
        }
    }

    private (int? Firm, int? Visit) Interview(int id, Dictionary<string, int> positions)
    {
        string firmId = _source.Text(id);
        if (!positions.TryGetValue(firmId, out int firm))
        {
            _problems.Error(
                "unknown-firm", _source.Row, _source.Columns[id], "an id of the register", FileProblems.Quote(firmId),
                "Add the firm to the register or correct the id.");
            return (null, null);
        }

        int visit = _interview.Visit();
        if (visit == 0)
        {
            return (null, null);
        }

        if (_seen.TryAdd((firm, visit), _source.Row))
        {
            return (firm, visit);
        }

        _problems.Error(
            "duplicate-answer", _source.Row, _source.Columns[id],
            _interview.HasVisits ? "one row per firm and visit" : "one row per firm",
            FormattableString.Invariant($"{FileProblems.Quote(firmId)} as in row {_seen[(firm, visit)]}"),
            _interview.HasVisits ? "Keep one of the interviews." : "Keep one of the interviews, or name the column that numbers them: [survey] visit.");
        return (null, null);
    }

    private void ReadRow(AnswerRows rows, int firm, int weight, int synthetic)
    {
        rows.Begin(
            firm, Weight(weight), synthetic >= 0 && Flag.Read(_source.Text(synthetic)) == true, _interview.Interviewer(),
            _interview.Minutes());
        for (int item = 0; item < _items.Count; item++)
        {
            (double answer, MissingCode code) = Answer(item);
            rows.Answer(item, answer, code);
        }
    }

    private double Weight(int column)
    {
        if (column < 0)
        {
            return 1;
        }

        if (_source.TryNumber(column, out double weight) && weight > 0)
        {
            return weight;
        }

        _problems.Error(
            "bad-weight", _source.Row, _source.Columns[column], "a weight greater than zero",
            FileProblems.Quote(_source.Text(column)), "Leave [survey] weight out when there are no weights.");
        return double.NaN;
    }

    private static string ScaleOf(SurveyItem item) => (double.IsNaN(item.Minimum), double.IsNaN(item.Maximum)) switch
    {
        (false, true) => FormattableString.Invariant($"an answer of {item.Minimum} or more"),
        (true, false) => FormattableString.Invariant($"an answer of {item.Maximum} or less"),
        _ => FormattableString.Invariant($"an answer from {item.Minimum} to {item.Maximum}"),
    };

    private (double Answer, MissingCode Code) Answer(int item)
    {
        int column = _columns[item];
        SurveyItem described = _items[item];
        if (_source.TryNumber(column, out double answer))
        {
            if (double.IsNaN(answer))
            {
                return (double.NaN, MissingCode.NotAsked);
            }

            if (answer < described.Minimum || answer > described.Maximum)
            {
                _problems.Error(
                    "outside-scale", _source.Row, described.Id, ScaleOf(described),
                    FormattableString.Invariant($"{answer}"), "If the number is a code for missing, write not_asked, not_applicable, dont_know or refused.");
            }

            return (answer, MissingCode.Present);
        }

        string text = _source.Text(column);
        switch (text.ToLowerInvariant().Replace(' ', '_'))
        {
            case "not_asked":
                return (double.NaN, MissingCode.NotAsked);
            case "not_applicable":
                return (double.NaN, MissingCode.NotApplicable);
            case "dont_know" or "don't_know":
                return (double.NaN, MissingCode.DontKnow);
            case "refused":
                return (double.NaN, MissingCode.Refused);
        }

        if (Flag.Read(text) is { } flag)
        {
            return (flag ? 1 : 0, MissingCode.Present);
        }

        _problems.Error(
            "unknown-code", _source.Row, described.Id, "a number, or not_asked, not_applicable, dont_know, refused", FileProblems.Quote(text), "Code the answer as the codebook says.");
        return (double.NaN, MissingCode.NotAsked);
    }

    private Survey? Finish(AnswerRows[] visits, IReadOnlyList<string> firmIds)
    {
        foreach (((int firm, _), long row) in _seen.Where(
            pair => pair.Key.Visit == 2 && !_seen.ContainsKey((pair.Key.Firm, 1))))
        {
            _interview.ReportLoneSecond(row, firmIds[firm]);
        }

        if (visits[0].Count + visits[1].Count == 0)
        {
            _problems.Error(
                "no-rows", null, null, "at least one row of data", "a header alone",
                "Leave [survey] out when there is no survey yet.");
            return null;
        }

        return visits[0].ToSurvey(_items, _interview) with
        {
            SecondVisits = _interview.HasVisits ? visits[1].ToSurvey(_items, _interview) : null,
        };
    }
}
