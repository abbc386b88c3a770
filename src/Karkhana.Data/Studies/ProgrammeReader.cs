using Karkhana.Data.Files;

namespace Karkhana.Data.Studies;

/// <summary>Reads who takes part in a programme, and since when.</summary>
internal sealed class ProgrammeReader
{
    private const string Part = "programme";

    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly Cells _cells;
    private readonly StudyYears _years;
    private readonly Dictionary<string, int> _positions;
    private readonly (int Firm, int Start, int Synthetic) _at;
    private readonly HashSet<int> _seen = [];
    private readonly List<ProgrammeEntry> _entries = [];
    private readonly List<bool> _synthetic = [];

    private ProgrammeReader(ITableSource source, StudyToml toml, FileProblems problems, Dictionary<string, int> positions)
    {
        (_source, _problems, _positions) = (source, problems, positions);
        _cells = new Cells(source, problems);
        _years = StudyYears.Read(toml);
        ColumnFinder find = new(source, toml, Part, problems);
        _at = (find.Required("firm"), find.Required("start"), find.Named("synthetic"));
    }

    private bool IsReadable => _at.Firm >= 0 && _at.Start >= 0;

    /// <summary>Reads the rows.</summary>
    /// <returns>The firms that take part, or null when they cannot be read; the reasons were reported.</returns>
    public static ProgrammeTable? Read(ITableSource source, StudyToml toml, FileProblems problems, IReadOnlyList<string> firmIds)
    {
        ProgrammeReader reader = new(source, toml, problems, FirmPositions.Of(firmIds));
        while (source.Read())
        {
            if (reader.IsReadable)
            {
                reader.ReadRow();
            }
        }

        return reader.IsReadable
            ? new ProgrammeTable(reader._entries, reader._synthetic.Contains(true) ? [.. reader._synthetic] : [])
            : null;
    }

    private void ReadRow()
    {
        string id = _source.Text(_at.Firm);
        if (!_positions.TryGetValue(id, out int firm))
        {
            _problems.Error(
                "unknown-firm", _source.Row, _source.Columns[_at.Firm], "an id of the register", FileProblems.Quote(id),
                "Add the firm to the register, closed firms too, or correct the id.");
            return;
        }

        if (!_seen.Add(firm))
        {
            _problems.Error(
                "duplicate-firm", _source.Row, _source.Columns[_at.Firm], "one row per firm that takes part", FileProblems.Quote(id),
                "Keep the row with the first year in which it takes part.");
            return;
        }

        double start = _cells.Year(_at.Start, _years);
        if (_source.Text(_at.Start).Length == 0)
        {
            _problems.Error(
                "missing-year", _source.Row, _source.Columns[_at.Start], "the first year in which the firm takes part", "an empty cell",
                "Give the year; leave out firms that never take part.");
        }

        if (!double.IsNaN(start))
        {
            _entries.Add(new ProgrammeEntry(firm, (int)start));
            _synthetic.Add(_at.Synthetic >= 0 && _cells.YesOrNo(_at.Synthetic) == true);
        }
    }
}
