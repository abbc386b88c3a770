using Karkhana.Core.Errors;

namespace Karkhana.Learning;

/// <summary>The firms of a panel: who takes part, who may be affected, who can be compared with.</summary>
internal sealed class ProgrammeFirms
{
    private readonly ProgrammePanel _panel;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly int[] _firstRow;
    private readonly Dictionary<string, double> _starts;

    public ProgrammeFirms(ProgrammePanel panel)
    {
        _panel = panel;
        Of = new int[panel.Rows];
        List<int> first = [];
        for (int row = 0; row < panel.Rows; row++)
        {
            if (!_places.TryGetValue(panel.Firm[row], out int firm))
            {
                firm = first.Count;
                _places.Add(panel.Firm[row], firm);
                first.Add(row);
            }

            Of[row] = firm;
            CheckSame(row, first[firm]);
        }

        _firstRow = [.. first];
        _starts = Enumerable.Range(0, Count).Where(IsTreated)
            .GroupBy(firm => panel.Place.Count == 0 ? "" : panel.Place[_firstRow[firm]], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(TreatedFrom), StringComparer.Ordinal);
        HasDistances = _firstRow.Any(row => double.IsFinite(panel.Distance[row]) && double.IsPositiveInfinity(panel.TreatedFrom[row]));
    }

    /// <summary>Gets the firm of each row, by its place.</summary>
    public int[] Of { get; }

    public int Count => _firstRow.Length;

    /// <summary>Gets a value indicating whether the distance of any firm that never takes part is known.</summary>
    public bool HasDistances { get; }

    public bool IsTreated(int firm) => double.IsFinite(TreatedFrom(firm));

    /// <summary>Says whether a firm is known never to take part.</summary>
    public bool IsNever(int firm) => double.IsPositiveInfinity(TreatedFrom(firm));

    public bool IsInProgrammePlace(int firm) => _panel.ProgrammePlace[_firstRow[firm]];

    /// <summary>Says whether the firms of either side all lie in one place: then what else happened there cannot be told from what is estimated, and
    /// errors clustered by place have nothing to rest on (the deviations of one place add up to 0).</summary>
    /// <param name="from">By firm: the period from which on it is affected; infinity for controls, NaN for firms left out.</param>
    /// <returns>Whether places are known and one side has a single one.</returns>
    public bool HasOnePlace(double[] from) => _panel.Place.Count > 0
        && (PlacesOf(from, double.IsFinite) == 1 || PlacesOf(from, double.IsPositiveInfinity) == 1);

    /// <summary>Says whether a firm is at least so far from those that take part. Where some distances are known, a firm without one may
    /// lie near; where none is, all count as far, which a note says.</summary>
    public bool IsFar(int firm, double kilometres) => !HasDistances || _panel.Distance[_firstRow[firm]] >= kilometres;

    public bool IsWithin(int firm, double from, double to) =>
        _panel.Distance[_firstRow[firm]] >= from && _panel.Distance[_firstRow[firm]] < to;

    public double TreatedFrom(int firm) => _panel.TreatedFrom[_firstRow[firm]];

    /// <summary>Gives the period from which on a firm that never takes part may be affected: the first of the programme in its place, else
    /// anywhere.</summary>
    public double ExposedFrom(int firm)
    {
        string place = _panel.Place.Count == 0 ? "" : _panel.Place[_firstRow[firm]];
        return _starts.TryGetValue(place, out double here) ? here : _starts.Values.Min();
    }

    /// <summary>Gives the periods before it takes part in which half of the firms that do, or more, were watched.</summary>
    public int PeriodsBefore()
    {
        int[] counts = new int[Count];
        for (int row = 0; row < Of.Length; row++)
        {
            bool counted = double.IsFinite(_panel.Outcome[row]) && _panel.Period[row] < TreatedFrom(Of[row]);
            counts[Of[row]] += counted ? 1 : 0;
        }

        int[] before = [.. Enumerable.Range(0, Count).Where(IsTreated).Select(firm => counts[firm]).Order()];
        return before.Length == 0 ? 0 : before[(before.Length - 1) / 2];
    }

    private int PlacesOf(double[] from, Func<double, bool> isOf) =>
        Enumerable.Range(0, Count).Where(firm => isOf(from[firm])).Select(firm => _panel.Place[_firstRow[firm]]).Distinct(StringComparer.Ordinal).Count();

    private void CheckSame(int row, int first)
    {
        bool same = _panel.TreatedFrom[row].Equals(_panel.TreatedFrom[first]) && _panel.Distance[row].Equals(_panel.Distance[first])
            && _panel.ProgrammePlace[row] == _panel.ProgrammePlace[first] && (_panel.Place.Count == 0 || _panel.Place[row] == _panel.Place[first]);
        if (!same)
        {
            Require.That(false, nameof(ProgrammePanel), FormattableString.Invariant(
                $"must have one adoption, distance, place and programme place per firm; those of {_panel.Firm[row]} differ between rows {first + 1} and {row + 1}"));
        }
    }
}
