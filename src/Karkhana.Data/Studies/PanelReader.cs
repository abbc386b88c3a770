using Karkhana.Data.Files;

namespace Karkhana.Data.Studies;

/// <summary>Reads the workers of establishments by year.</summary>
internal sealed class PanelReader
{
    private const string Part = "panel";

    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly Cells _cells;
    private readonly StudyYears _years;
    private readonly Dictionary<string, int> _positions;
    private readonly (int Firm, int Year, int Employment, int Synthetic) _at;
    private readonly HashSet<(int Firm, int Year)> _seen = [];
    private readonly List<PanelRow> _rows = [];
    private readonly List<bool> _synthetic = [];

    private PanelReader(ITableSource source, StudyToml toml, FileProblems problems, Dictionary<string, int> positions)
    {
        (_source, _problems, _positions) = (source, problems, positions);
        _cells = new Cells(source, problems);
        _years = StudyYears.Read(toml);
        ColumnFinder find = new(source, toml, Part, problems);
        _at = (find.Required("firm"), find.Required("year"), find.Required("employment"), find.Named("synthetic"));
    }

    private bool IsReadable => _at.Firm >= 0 && _at.Year >= 0 && _at.Employment >= 0;

    /// <summary>Reads the rows.</summary>
    /// <returns>The panel, or null when it cannot be read; the reasons were reported.</returns>
    public static EmploymentPanel? Read(ITableSource source, StudyToml toml, FileProblems problems, IReadOnlyList<string> firmIds)
    {
        PanelReader reader = new(source, toml, problems, FirmPositions.Of(firmIds));
        while (source.Read())
        {
            if (reader.IsReadable)
            {
                reader.ReadRow();
            }
        }

        return reader.IsReadable
            ? new EmploymentPanel(reader._rows, reader._synthetic.Contains(true) ? [.. reader._synthetic] : [])
            : null;
    }

    private void ReadRow()
    {
        if (!_positions.TryGetValue(_source.Text(_at.Firm), out int firm))
        {
            _problems.Error(
                "unknown-firm", _source.Row, _source.Columns[_at.Firm], "an id of the register",
                FileProblems.Quote(_source.Text(_at.Firm)), "Add the firm to the register, closed firms too, or correct the id.");
            return;
        }

        double year = _cells.Year(_at.Year, _years);
        if (_source.Text(_at.Year).Length == 0)
        {
            _problems.Error(
                "missing-year", _source.Row, _source.Columns[_at.Year], "the year of the workers", "an empty cell", "Give the year or leave the row out.");
        }

        double workers = _cells.Workers(_at.Employment);
        if (double.IsNaN(year))
        {
            return;
        }

        if (!_seen.Add((firm, (int)year)))
        {
            _problems.Error(
                "duplicate-year", _source.Row, _source.Columns[_at.Year], "one row per firm and year",
                FileProblems.Quote(_source.Text(_at.Year)), "Keep the row that is right.");
        }

        _rows.Add(new PanelRow(firm, (int)year, workers));
        _synthetic.Add(_at.Synthetic >= 0 && _cells.YesOrNo(_at.Synthetic) == true);
    }
}
