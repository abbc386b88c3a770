using Karkhana.Core.Execution;
using Karkhana.Data.Files;
using Karkhana.Data.Geography;
using Karkhana.Data.Validation;

namespace Karkhana.Data.Studies;

/// <summary>Reads the register and checks each row and then the whole.</summary>
internal sealed class FirmReader
{
    private const int ReportEvery = 50_000;

    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly Cells _cells;
    private readonly FirmHistory _history;
    private readonly CoordinateSystem? _declared;
    private readonly int _id;
    private readonly int _first;
    private readonly int _second;
    private readonly int _industry;
    private readonly int _employment;
    private readonly int _place;
    private readonly int _clustered;
    private readonly int _setting;
    private readonly int _synthetic;
    private readonly List<string> _ids = [];
    private readonly List<long> _rows = [];
    private readonly List<double> _firsts = [];
    private readonly List<double> _seconds = [];
    private readonly List<string> _industries = [];
    private readonly List<double> _employments = [];
    private readonly List<string> _places = [];
    private readonly List<bool?> _clustereds = [];
    private readonly List<PlaceSetting?> _settings = [];
    private readonly List<bool> _synthetics = [];

    private FirmReader(ITableSource source, StudyToml toml, FileProblems problems)
    {
        _source = source;
        _problems = problems;
        _cells = new Cells(source, problems);
        ColumnFinder find = new(source, toml, "firms", problems);
        bool planar = toml.Text("firms", "x") is not null;
        _declared = planar ? CoordinateSystem.Declared(toml.Required("firms", "crs"), toml.Problems) : null;
        _id = find.Required("id");
        _first = find.Required(planar ? "x" : "longitude");
        _second = find.Required(planar ? "y" : "latitude");
        _industry = find.Optional("industry");
        _employment = find.Optional("employment");
        _place = find.Optional("place");
        _clustered = find.Optional("clustered");
        _setting = find.Optional("setting");
        _synthetic = find.Named("synthetic");
        _history = new FirmHistory(source, toml, find, problems);
        IsReadable = _id >= 0 && _first >= 0 && _second >= 0 && (!planar || _declared is not null);
        IsPlanar = planar;
    }

    private bool IsReadable { get; }

    private bool IsPlanar { get; }

    /// <summary>Reads the register.</summary>
    /// <returns>
    /// The register with its points, or null when it cannot be used, and the ids, or null when it cannot be read; the
    /// reasons were reported.
    /// </returns>
    public static FirmReading Read(
        ITableSource source, StudyToml toml, FileProblems problems, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        FirmReader reader = new(source, toml, problems);
        while (source.Read())
        {
            if (reader._rows.Count % ReportEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(
                    new RunProgress("reading the register", reader._rows.Count, Math.Max(reader._rows.Count + 1, 1)));
            }

            if (reader.IsReadable)
            {
                reader.ReadRow();
            }
        }

        return reader.IsReadable ? reader.Finish() : FirmReading.None;
    }

    private void ReadRow()
    {
        string id = _source.Text(_id);
        if (id.Length == 0)
        {
            _problems.Error(
                "missing-id", _source.Row, _source.Columns[_id], "an id", "an empty cell",
                "Give each establishment an id.");
        }

        _ids.Add(id);
        _rows.Add(_source.Row);
        _firsts.Add(_cells.Coordinate(_first));
        _seconds.Add(_cells.Coordinate(_second));
        if (_industry >= 0)
        {
            _industries.Add(_source.Text(_industry));
        }

        if (_employment >= 0)
        {
            _employments.Add(_cells.Workers(_employment));
        }

        if (_place >= 0)
        {
            _places.Add(_source.Text(_place));
        }

        if (_clustered >= 0)
        {
            _clustereds.Add(_cells.YesOrNo(_clustered));
        }

        if (_setting >= 0)
        {
            _settings.Add(_source.Text(_setting).Length == 0 ? null : _cells.Word(_setting, PlaceSetting.Urban));
        }

        _synthetics.Add(_synthetic >= 0 && _cells.YesOrNo(_synthetic) == true);
        _history.ReadRow();
    }

    private FirmReading Finish()
    {
        if (_ids.Count == 0)
        {
            _problems.Error(
                "no-rows", null, null, "at least one row of data", "a header alone", "Export the table again.");
            return new FirmReading(null, _ids, null);
        }

        IdRules.Check(_ids, _rows, _source.Columns[_id], _problems);
        (double[] firsts, double[] seconds) = ([.. _firsts], [.. _seconds]);
        CoordinateRules rules = new(_rows, _source.Columns[_first], _source.Columns[_second], _problems);
        ProjectedPoints? points = IsPlanar
            ? rules.CheckPlanar(firsts, seconds, _declared!)
            : rules.CheckGeographic(firsts, seconds);
        FirmRegister? register = points is null ? null : _history.With(RegisterOn(points));
        if (register is not null && !Enumerable.Range(0, register.Count).Any(register.IsOpen))
        {
            _problems.Error(
                "no-open-establishment", null, "closed", "at least one establishment that has not closed",
                "a year of closing in every row", "Leave the cell of an open establishment empty.");
        }

        return new FirmReading(register, _ids, points);
    }

    // Sizes that are all zero are no sizes: whatever is weighted by them would rest on nothing.
    private double[] WorkersIfAny()
    {
        if (_employments.Count == 0 || _employments.Exists(workers => workers > 0))
        {
            return [.. _employments];
        }

        _problems.Warning(
            "no-employment", null, _source.Columns[_employment], "workers above zero in at least one row", "none",
            "The study is read as one without sizes of firms. If the numbers are elsewhere, name their column under employment in study.toml.");
        return [];
    }

    private FirmRegister RegisterOn(ProjectedPoints points) => new()
    {
        Ids = _ids,
        Longitudes = points.Longitudes,
        Latitudes = points.Latitudes,
        X = points.X,
        Y = points.Y,
        Projection = points.Projection,
        Plane = new StudyPlane(points.System),
        Industries = [.. _industries],
        Employment = WorkersIfAny(),
        Places = [.. _places],
        Clustered = [.. _clustereds],
        Settings = [.. _settings],
        Synthetic = _synthetics.Contains(true) ? [.. _synthetics] : [],
    };
}
