using Karkhana.Data.Files;

namespace Karkhana.Data.Studies;

/// <summary>Reads what the register says of the past: years of founding and closing, workers at an earlier date and in the first year.</summary>
internal sealed class FirmHistory
{
    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly Cells _cells;
    private readonly StudyYears _years;
    private readonly int? _earlierYear;
    private readonly int _foundedColumn;
    private readonly int _closedColumn;
    private readonly int _earlierColumn;
    private readonly int _startColumn;
    private readonly List<double> _founded = [];
    private readonly List<double> _closed = [];
    private readonly List<double> _earlier = [];
    private readonly List<double> _start = [];

    public FirmHistory(ITableSource source, StudyToml toml, ColumnFinder find, FileProblems problems)
    {
        _source = source;
        _problems = problems;
        _cells = new Cells(source, problems);
        _years = StudyYears.Read(toml);
        _foundedColumn = find.Optional("founded");
        _closedColumn = find.Optional("closed");
        _earlierColumn = find.Optional("earlier_employment");
        _startColumn = find.Optional("start_employment");
        _earlierYear = toml.Year("firms", "earlier_year", _years);
        if (toml.Text("firms", "earlier_employment") is not null && !toml.Sets("firms", "earlier_year"))
        {
            toml.Problems.Error(
                "missing-key", null, "firms.earlier_year", "the year of earlier_employment", "none",
                "Write earlier_year = 2015 under [firms].");
        }
    }

    public void ReadRow()
    {
        double founded = _foundedColumn < 0 ? double.NaN : _cells.Year(_foundedColumn, _years);
        double closed = _closedColumn < 0 ? double.NaN : _cells.Year(_closedColumn, _years);
        if (closed < founded)
        {
            _problems.Error(
                "bad-year", _source.Row, _source.Columns[_closedColumn],
                FormattableString.Invariant($"a year from that of founding, {founded}, on"),
                FileProblems.Quote(_source.Text(_closedColumn)), "Correct one of the two years.");
        }

        Keep(_founded, _foundedColumn, founded);
        Keep(_closed, _closedColumn, closed);
        if (_earlierColumn >= 0)
        {
            _earlier.Add(_cells.Workers(_earlierColumn));
        }

        if (_startColumn >= 0)
        {
            _start.Add(_cells.Workers(_startColumn));
        }
    }

    /// <summary>Adds what was read to the register.</summary>
    public FirmRegister With(FirmRegister firms) => firms with
    {
        Year = _years.Declared,
        Founded = [.. _founded],
        Closed = [.. _closed],
        EarlierEmployment = [.. _earlier],
        StartEmployment = [.. _start],
        EarlierYear = _earlier.Count > 0 ? _earlierYear : null,
    };

    private static void Keep(List<double> values, int column, double value)
    {
        if (column >= 0)
        {
            values.Add(value);
        }
    }
}
