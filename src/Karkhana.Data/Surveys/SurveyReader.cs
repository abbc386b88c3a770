using Karkhana.Data.Files;
using Karkhana.Data.Studies;

namespace Karkhana.Data.Surveys;

/// <summary>Reads the answers and checks each against the codebook.</summary>
internal sealed class SurveyReader
{
    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly List<SurveyItem> _items = [];
    private readonly List<int> _columns = [];
    private readonly List<List<double>> _answers = [];
    private readonly List<List<MissingCode>> _missing = [];
    private readonly List<int> _firms = [];
    private readonly List<double> _weights = [];
    private readonly List<bool> _synthetic = [];
    private readonly Dictionary<int, long> _seen = [];

    private SurveyReader(ITableSource source, FileProblems problems)
    {
        _source = source;
        _problems = problems;
    }

    /// <summary>Reads the answers.</summary>
    /// <returns>The survey, or null when it cannot be read; the reasons were reported.</returns>
    public static Survey? Read(
        ITableSource source, StudyToml toml, FileProblems problems, IReadOnlyList<SurveyItem> codebook, IReadOnlyList<string> firmIds)
    {
        SurveyReader reader = new(source, problems);
        ColumnFinder find = new(source, toml, "survey", problems);
        (int id, int weight, int synthetic) = (find.Required("id"), find.Optional("weight"), find.Named("synthetic"));
        reader.MatchItems(codebook, [id, weight, synthetic]);
        Dictionary<string, int> positions = new(firmIds.Count, StringComparer.Ordinal);
        for (int i = 0; i < firmIds.Count; i++)
        {
            positions.TryAdd(firmIds[i], i);
        }

        while (source.Read())
        {
            if (id >= 0)
            {
                reader.ReadRow(id, weight, synthetic, positions);
            }
        }

        return id < 0 ? null : reader.Finish();
    }

    private void MatchItems(IReadOnlyList<SurveyItem> codebook, IReadOnlyList<int> used)
    {
        Dictionary<string, SurveyItem> byId = codebook.GroupBy(item => item.Id).ToDictionary(
            group => group.Key, group => group.First());
        for (int column = 0; column < _source.Columns.Count; column++)
        {
            string name = _source.Columns[column];
            if (byId.Remove(name, out SurveyItem? item))
            {
                _items.Add(item);
                _columns.Add(column);
                _answers.Add([]);
                _missing.Add([]);
            }
            else if (!used.Contains(column) && name is not ("generator_version" or "seed"))
            {
                _problems.Warning(
                    "no-codebook-line", 1, FileProblems.Shorten(name), "a line of the codebook for each column",
                    "none", "The column is not used.");
            }
        }

        foreach (string id in byId.Keys.Where(id => id.Length > 0))
        {
            _problems.Warning(
                "item-without-column", 1, FileProblems.Shorten(id), "a column for each item of the codebook", "none",
                "The item counts as not asked.");
        }
    }

    private void ReadRow(int id, int weight, int synthetic, Dictionary<string, int> positions)
    {
        string firmId = _source.Text(id);
        if (!positions.TryGetValue(firmId, out int firm))
        {
            _problems.Error(
                "unknown-firm", _source.Row, _source.Columns[id], "an id of the register", FileProblems.Quote(firmId),
                "Add the firm to the register or correct the id.");
            return;
        }

        if (!_seen.TryAdd(firm, _source.Row))
        {
            _problems.Error(
                "duplicate-answer", _source.Row, _source.Columns[id], "one row per firm",
                FormattableString.Invariant(
                    $"{FileProblems.Quote(firmId)} as in row {_seen[firm]}"), "Keep one of the interviews.");
            return;
        }

        _firms.Add(firm);
        _weights.Add(Weight(weight));
        _synthetic.Add(synthetic >= 0 && Flag.Read(_source.Text(synthetic)) == true);
        for (int item = 0; item < _items.Count; item++)
        {
            (double answer, MissingCode code) = Answer(item);
            _answers[item].Add(answer);
            _missing[item].Add(code);
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
                    "outside-scale", _source.Row, described.Id, FormattableString.Invariant(
                        $"an answer from {described.Minimum} to {described.Maximum}"),
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

    private Survey? Finish()
    {
        if (_firms.Count == 0)
        {
            _problems.Error(
                "no-rows", null, null, "at least one row of data", "a header alone",
                "Leave [survey] out when there is no survey yet.");
            return null;
        }

        return new Survey(
            _items, [.. _firms], [.. _answers.Select(column => column.ToArray())], [.. _missing.Select(column => column.ToArray())],
            [.. _weights], _synthetic.Contains(true) ? [.. _synthetic] : []);
    }
}
