using Karkhana.Core.Exchange;
using Karkhana.Data.Files;
using Karkhana.Data.Studies;

namespace Karkhana.Data.Ties;

/// <summary>Reads the ties and checks each against the register and the parties.</summary>
internal sealed class TieReader
{
    private const int LastWave = 9999;
    private const double LeastTrust = 1;
    private const double MostTrust = 5;

    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly TieColumns _columns;
    private readonly NodeIndex _nodes;
    private readonly TieNames? _names;
    private readonly Cells _cells;
    private readonly StudyYears _years;
    private readonly List<TieReport> _reports = [];
    private readonly Dictionary<(int From, int To, string Kind, int Wave, TieReporter? Reporter), long> _seen = [];

    private TieReader(ITableSource source, StudyToml toml, FileProblems problems, NodeIndex nodes, TieNames? names)
    {
        (_source, _problems, _nodes, _names) = (source, problems, nodes, names);
        _columns = new TieColumns(source, toml, problems);
        _cells = new Cells(source, problems);
        _years = StudyYears.Read(toml);
    }

    /// <summary>Reads the ties.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="toml">The settings.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="nodes">Firms and parties.</param>
    /// <param name="names">Finds partners by name, or null when there are no names.</param>
    /// <returns>The ties, or null when they cannot be read; the reasons were reported.</returns>
    public static TieReading? Read(
        ITableSource source, StudyToml toml, FileProblems problems, NodeIndex nodes, TieNames? names)
    {
        TieReader reader = new(source, toml, problems, nodes, names);
        while (source.Read())
        {
            if (reader._columns.IsReadable)
            {
                reader.ReadRow();
            }
        }

        if (!reader._columns.IsReadable)
        {
            return null;
        }

        names?.Summarise(problems);
        TieReports reports = new(nodes.FirmIds, nodes.PartyIds, reader._reports);
        return new TieReading(
            reports, reader._columns.CountsReports ? reports.ToTies() : AsWritten(reports), names?.Matches ?? []);
    }

    private void ReadRow()
    {
        int from = End(_columns.From, _columns.FromName);
        int to = End(_columns.To, _columns.ToName);
        string kind = _columns.Kind < 0 || _source.Text(_columns.Kind).Length == 0
            ? TieKinds.Unknown
            : TieKinds.Of(_source.Text(_columns.Kind));
        TieReport report = new(from, to, kind, Value())
        {
            Reporter = Reporter(),
            Wave = Wave(),
            Year = _columns.Year < 0 ? double.NaN : _cells.Year(_columns.Year, _years),
            Trust = Trust(),
        };
        if (from >= 0 && to >= 0 && IsSound(report))
        {
            _reports.Add(report);
        }
    }

    private int End(int id, int name) =>
        name < 0 || (id >= 0 && _source.Text(id).Length > 0)
            ? _nodes.Node(_source, id, _problems)
            : _names?.Find(_source, name, _problems) ?? -1;

    private bool IsSound(TieReport report)
    {
        string column = _source.Columns[_columns.To >= 0 ? _columns.To : _columns.ToName];
        string found = FileProblems.Quote(_nodes.IdOf(report.To));
        if (report.From == report.To)
        {
            _problems.Error("self-tie", _source.Row, column, "another firm", found, "Delete the row or name the partner.");
            return false;
        }

        bool partyGives = _nodes.IsParty(report.From);
        bool partyTakes = _nodes.IsParty(report.To);
        if (partyGives && partyTakes)
        {
            _problems.Error(
                "party-to-party", _source.Row, column, "a firm of the register at one end", found, "Delete the row: ties among outsiders are not read.");
            return false;
        }

        if ((partyGives && report.Reporter is TieReporter.From or TieReporter.Both)
            || (partyTakes && report.Reporter is TieReporter.To or TieReporter.Both))
        {
            return Unasked(partyGives);
        }

        WarnOfRepeat(report, column);
        return true;
    }

    private bool Unasked(bool partyGives)
    {
        _problems.Error(
            "bad-reporter", _source.Row, _source.Columns[_columns.Reporter], partyGives ? "to, the firm" : "from, the firm",
            FileProblems.Quote(_source.Text(_columns.Reporter)), "A party outside the register is not asked.");
        return false;
    }

    private void WarnOfRepeat(TieReport report, string column)
    {
        (int, int, string, int, TieReporter?) key = (report.From, report.To, report.Kind, report.Wave, report.Reporter);
        if (!_seen.TryAdd(key, _source.Row))
        {
            _problems.Warning(
                "duplicate-tie", _source.Row, column, "each tie of a kind once",
                FormattableString.Invariant($"the tie of row {_seen[key]} again"),
                _columns.CountsReports ? "The greater value counts." : "Values of repeated ties are added up.");
        }
    }

    private double Value()
    {
        if (_columns.Value < 0)
        {
            return 1;
        }

        if (!_source.TryNumber(_columns.Value, out double value) || value < 0)
        {
            _problems.Error(
                "bad-tie-value", _source.Row, _source.Columns[_columns.Value], "a number from zero on",
                FileProblems.Quote(_source.Text(_columns.Value)), "Leave the cell empty for a tie without value.");
        }

        return double.IsNaN(value) ? 1 : value;
    }

    private TieReporter? Reporter() =>
        _columns.Reporter < 0 || _source.Text(_columns.Reporter).Length == 0
            ? null
            : _cells.Word(_columns.Reporter, TieReporter.From);

    private int Wave()
    {
        double wave = _columns.Wave < 0 ? 1 : _cells.Number(_columns.Wave);
        if (wave is >= 0 and <= LastWave && wave == Math.Floor(wave))
        {
            return (int)wave;
        }

        _problems.Error(
            "bad-wave", _source.Row, _source.Columns[_columns.Wave], FormattableString.Invariant($"a whole number from 0 to {LastWave}"),
            FileProblems.Quote(_source.Text(_columns.Wave)), "Number the waves 1, 2 … or give their years.");
        return 1;
    }

    private double Trust()
    {
        double trust = _columns.Trust < 0 ? double.NaN : _cells.Number(_columns.Trust);
        if (trust is < LeastTrust or > MostTrust)
        {
            _problems.Error(
                "outside-scale", _source.Row, _source.Columns[_columns.Trust], "a number from 1 to 5",
                FileProblems.Quote(_source.Text(_columns.Trust)), "Leave the cell empty where not known.");
        }

        return trust;
    }

    // Rows are ties, not reports: repeats stay and are added up by those who read them.
    private static TieTable AsWritten(TieReports reports)
    {
        TieReport[] ties = [.. reports.Reports.Where(report => !reports.IsParty(report.From) && !reports.IsParty(report.To))];
        return new TieTable(
            reports.FirmIds,
            [.. ties.Select(tie => tie.From)],
            [.. ties.Select(tie => tie.To)],
            [.. ties.Select(tie => tie.Kind)],
            [.. ties.Select(tie => tie.Value)]);
    }
}
