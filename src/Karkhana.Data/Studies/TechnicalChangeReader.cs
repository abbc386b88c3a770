using Karkhana.Data.Files;

namespace Karkhana.Data.Studies;

/// <summary>Reads the technical changes and checks each against the register and the years watched.</summary>
internal sealed class TechnicalChangeReader
{
    private const string Part = "changes";
    private const double HighestScore = 4;

    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly Cells _cells;
    private readonly StudyYears _years;
    private readonly (int First, int Last)? _window;
    private readonly Dictionary<string, int> _positions;
    private readonly Columns _at;
    private readonly List<TechnicalChange> _changes = [];
    private readonly List<bool> _synthetic = [];

    private TechnicalChangeReader(
        ITableSource source, StudyToml toml, FileProblems problems, Dictionary<string, int> positions, StudyYears years)
    {
        _source = source;
        _problems = problems;
        _cells = new Cells(source, problems);
        _positions = positions;
        _years = years;
        _window = Window(toml, years);
        ColumnFinder find = new(source, toml, Part, problems);
        _at = new Columns(
            find.Required("firm"), find.Required("year"), find.Required("type"), find.Optional("source"), find.Optional("cost"),
            find.Optional("novelty"), find.Optional("depth"), find.Named("synthetic"));
    }

    /// <summary>Reads the changes.</summary>
    /// <returns>The changes, or null when they cannot be read; the reasons were reported.</returns>
    public static TechnicalChangeTable? Read(
        ITableSource source, StudyToml toml, FileProblems problems, IReadOnlyList<string> firmIds)
    {
        StudyYears years = StudyYears.Read(toml);
        TechnicalChangeReader reader = new(source, toml, problems, FirmPositions.Of(firmIds), years);
        while (source.Read())
        {
            if (reader._at.AreThere)
            {
                reader.ReadRow();
            }
        }

        return reader._at.AreThere && reader._window is (int first, int last)
            ? new TechnicalChangeTable(
                first, last, reader._changes, reader._synthetic.Contains(true) ? [.. reader._synthetic] : [])
            : null;
    }

    private void ReadRow()
    {
        double year = Year();
        if (!_positions.TryGetValue(_source.Text(_at.Firm), out int firm))
        {
            _problems.Error(
                "unknown-firm", _source.Row, _source.Columns[_at.Firm], "an id of the register",
                FileProblems.Quote(_source.Text(_at.Firm)), "Add the firm to the register or correct the id.");
        }

        _changes.Add(new TechnicalChange(
            firm,
            double.IsNaN(year) ? 0 : (int)year,
            _cells.Word(_at.Type, TechnicalChangeType.Product),
            _at.Source < 0 ? "" : _source.Text(_at.Source).Trim(),
            Cost(),
            Score(_at.Novelty),
            Score(_at.Depth)));
        _synthetic.Add(_at.Synthetic >= 0 && _cells.YesOrNo(_at.Synthetic) == true);
    }

    private double Year()
    {
        double year = _cells.Year(_at.Year, _years);
        if (_source.Text(_at.Year).Length == 0)
        {
            _problems.Error(
                "missing-year", _source.Row, _source.Columns[_at.Year], "the year of the change", "an empty cell",
                "Give the year in which it was first used or sold.");
        }
        else if (_window is (int first, int last) && (year < first || year > last))
        {
            _problems.Error(
                "outside-window", _source.Row, _source.Columns[_at.Year],
                FormattableString.Invariant($"a year from {first} to {last}, as changes.first_year and last_year say"),
                FormattableString.Invariant($"{year}"), "Widen the window if all firms were asked about that year, else leave the row out.");
        }

        return year;
    }

    private double Cost()
    {
        double cost = _at.Cost < 0 ? double.NaN : _cells.Number(_at.Cost);
        if (cost < 0)
        {
            _problems.Error(
                "negative-cost", _source.Row, _source.Columns[_at.Cost], "zero or more", FileProblems.Quote(_source.Text(_at.Cost)),
                "If the number is a code for missing, leave the cell empty.");
        }

        return cost;
    }

    private double Score(int column)
    {
        double score = column < 0 ? double.NaN : _cells.Number(column);
        if (!double.IsNaN(score) && score is not (1 or 2 or 3 or HighestScore))
        {
            _problems.Error(
                "outside-scale", _source.Row, _source.Columns[column], "1, 2, 3 or 4", FileProblems.Quote(_source.Text(column)),
                "Leave the cell empty when nobody scored the change.");
        }

        return score;
    }

    // Years without a change were watched too: the window cannot be read from the changes alone.
    private static (int First, int Last)? Window(StudyToml toml, StudyYears years)
    {
        foreach (string key in (string[])["first_year", "last_year"])
        {
            if (!toml.Sets(Part, key))
            {
                toml.Problems.Error(
                    "missing-key", null, $"{Part}.{key}", $"the key {key} in [{Part}]", "none",
                    $"Write {key} = 2020: which years the firms were asked about.");
            }
        }

        if (toml.Year(Part, "first_year", years) is not { } first || toml.Year(Part, "last_year", years) is not { } last)
        {
            return null;
        }

        if (first > last)
        {
            toml.Problems.Error(
                "bad-range", null, $"{Part}.last_year", FormattableString.Invariant($"at least first_year, {first}"),
                FormattableString.Invariant($"{last}"), "Exchange the two.");
            return null;
        }

        return (first, last);
    }

    private sealed record Columns(int Firm, int Year, int Type, int Source, int Cost, int Novelty, int Depth, int Synthetic)
    {
        public bool AreThere => Firm >= 0 && Year >= 0 && Type >= 0;
    }
}
