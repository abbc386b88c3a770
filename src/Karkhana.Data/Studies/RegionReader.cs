using Karkhana.Data.Files;

namespace Karkhana.Data.Studies;

/// <summary>Reads innovations and inputs of regions.</summary>
internal sealed class RegionReader
{
    private const string Part = "regions";

    private static readonly string[] InputKeys = ["research", "university", "related", "services"];

    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly Cells _cells;
    private readonly (int Region, int Industry, int Innovations, int Synthetic) _at;
    private readonly (string Name, int Column)[] _inputs;
    private readonly List<string> _regions = [];
    private readonly List<string> _industries = [];
    private readonly List<double> _innovations = [];
    private readonly List<double>[] _amounts;
    private readonly List<bool> _synthetic = [];

    private RegionReader(ITableSource source, StudyToml toml, FileProblems problems)
    {
        (_source, _problems) = (source, problems);
        _cells = new Cells(source, problems);
        ColumnFinder find = new(source, toml, Part, problems);
        _at = (find.Required("region"), find.Optional("industry"), find.Required("innovations"), find.Named("synthetic"));
        _inputs = [.. InputKeys.Select(key => (key, find.Optional(key))).Where(input => input.Item2 >= 0)];
        _amounts = [.. _inputs.Select(_ => new List<double>())];
        if (!InputKeys.Any(key => toml.Sets(Part, key)))
        {
            toml.Problems.Error(
                "missing-key", null, $"{Part}.research", $"at least one of the keys {string.Join(", ", InputKeys)} in [{Part}]", "none",
                $"Write research = \"…\" under [{Part}].");
        }
    }

    private bool IsReadable => _at.Region >= 0 && _at.Innovations >= 0 && _inputs.Length > 0;

    /// <summary>Reads the rows.</summary>
    /// <returns>The table, or null when it cannot be read; the reasons were reported.</returns>
    public static RegionTable? Read(ITableSource source, StudyToml toml, FileProblems problems)
    {
        RegionReader reader = new(source, toml, problems);
        while (source.Read())
        {
            if (reader.IsReadable)
            {
                reader.ReadRow();
            }
        }

        return reader.IsReadable
            ? new RegionTable(
                reader._regions, reader._industries, [.. reader._innovations],
                reader._inputs.Select((input, i) => (input.Name, Values: reader._amounts[i].ToArray()))
                    .ToDictionary(input => input.Name, input => input.Values, StringComparer.Ordinal),
                reader._synthetic.Contains(true) ? [.. reader._synthetic] : [])
            : null;
    }

    private void ReadRow()
    {
        string region = _source.Text(_at.Region);
        if (region.Length == 0)
        {
            _problems.Error("missing-id", _source.Row, _source.Columns[_at.Region], "a region", "an empty cell", "Name the region of each row.");
        }

        _regions.Add(region);
        if (_at.Industry >= 0)
        {
            _industries.Add(_source.Text(_at.Industry));
        }

        _innovations.Add(Amount(_at.Innovations));
        for (int i = 0; i < _inputs.Length; i++)
        {
            _amounts[i].Add(Amount(_inputs[i].Column));
        }

        _synthetic.Add(_at.Synthetic >= 0 && _cells.YesOrNo(_at.Synthetic) == true);
    }

    private double Amount(int column)
    {
        double amount = _cells.Number(column);
        if (amount < 0)
        {
            _problems.Error(
                "negative-amount", _source.Row, _source.Columns[column], "zero or more", FileProblems.Quote(_source.Text(column)),
                "If the number is a code for missing, leave the cell empty.");
        }

        return amount;
    }
}
