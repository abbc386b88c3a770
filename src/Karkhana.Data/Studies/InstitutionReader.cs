using Karkhana.Data.Files;
using Karkhana.Data.Geography;
using Karkhana.Data.Validation;

namespace Karkhana.Data.Studies;

/// <summary>Reads the institutions and puts them on the projection of the register.</summary>
internal sealed class InstitutionReader
{
    private const string Part = "institutions";

    private readonly ITableSource _source;
    private readonly FileProblems _problems;
    private readonly Cells _cells;
    private readonly CoordinateSystem? _declared;
    private readonly bool _planar;
    private readonly int _id;
    private readonly int _kind;
    private readonly int _first;
    private readonly int _second;
    private readonly int _synthetic;
    private readonly List<string> _ids = [];
    private readonly List<long> _rows = [];
    private readonly List<InstitutionKind> _kinds = [];
    private readonly List<double> _firsts = [];
    private readonly List<double> _seconds = [];
    private readonly List<bool> _synthetics = [];

    private InstitutionReader(ITableSource source, StudyToml toml, FileProblems problems)
    {
        _source = source;
        _problems = problems;
        _cells = new Cells(source, problems);
        ColumnFinder find = new(source, toml, Part, problems);
        _planar = toml.Text(Part, "x") is not null;
        string crsPart = toml.Sets(Part, "crs") || !toml.Sets("firms", "crs") ? Part : "firms";
        _declared = _planar ? CoordinateSystem.Declared(toml.Required(crsPart, "crs"), toml.Problems, $"{crsPart}.crs") : null;
        _id = find.Required("id");
        _kind = find.Required("kind");
        _first = find.Required(_planar ? "x" : "longitude");
        _second = find.Required(_planar ? "y" : "latitude");
        _synthetic = find.Named("synthetic");
    }

    private bool IsReadable =>
        _id >= 0 && _kind >= 0 && _first >= 0 && _second >= 0 && (!_planar || _declared is not null);

    /// <summary>Reads the institutions.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="toml">The settings.</param>
    /// <param name="problems">Where to report.</param>
    /// <param name="register">The points of the register; null when they could not be used.</param>
    /// <returns>The institutions, or null when they cannot be used; the reasons were reported.</returns>
    public static InstitutionTable? Read(
        ITableSource source, StudyToml toml, FileProblems problems, ProjectedPoints? register)
    {
        InstitutionReader reader = new(source, toml, problems);
        while (source.Read())
        {
            if (reader.IsReadable)
            {
                reader.ReadRow();
            }
        }

        return reader.IsReadable ? reader.Finish(register) : null;
    }

    private void ReadRow()
    {
        string id = _source.Text(_id);
        if (id.Length == 0)
        {
            _problems.Error(
                "missing-id", _source.Row, _source.Columns[_id], "an id", "an empty cell", "Give each institution an id.");
        }

        _ids.Add(id);
        _rows.Add(_source.Row);
        _kinds.Add(_cells.Word(_kind, InstitutionKind.Other));
        _firsts.Add(_cells.Coordinate(_first));
        _seconds.Add(_cells.Coordinate(_second));
        _synthetics.Add(_synthetic >= 0 && _cells.YesOrNo(_synthetic) == true);
    }

    private InstitutionTable? Finish(ProjectedPoints? register)
    {
        if (_ids.Count == 0)
        {
            _problems.Error(
                "no-rows", null, null, "at least one row of data", "a header alone", "Add rows or leave [institutions] out.");
            return null;
        }

        IdRules.Check(_ids, _rows, _source.Columns[_id], _problems);
        CoordinateRules rules = new(_rows, _source.Columns[_first], _source.Columns[_second], _problems);
        (double[] firsts, double[] seconds) = ([.. _firsts], [.. _seconds]);
        if (_planar)
        {
            if (!rules.CheckOnEarth(firsts, seconds, _declared!))
            {
                return null;
            }

            (firsts, seconds) = ProjectedPoints.Unproject(firsts, seconds, _declared!);
        }

        ProjectedPoints? points = rules.CheckInstitutions(firsts, seconds, register);
        return points is null ? null : new InstitutionTable
        {
            Ids = _ids,
            Kinds = [.. _kinds],
            Longitudes = points.Longitudes,
            Latitudes = points.Latitudes,
            X = points.X,
            Y = points.Y,
            Synthetic = _synthetics.Contains(true) ? [.. _synthetics] : [],
        };
    }
}
