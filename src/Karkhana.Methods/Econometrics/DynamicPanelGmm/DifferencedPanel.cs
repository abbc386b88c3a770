using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A dynamic panel in first differences with its instruments.</summary>
internal sealed class DifferencedPanel
{
    private const double Most = 1e70; // fourth powers are added

    private readonly PanelRows _panel;
    private readonly DynamicPanelGmmOptions _options;
    private readonly double[] _periods;
    private readonly (int Column, int Lag)[] _terms;
    private readonly Dictionary<(int Period, int Lag), int> _columns = [];
    private readonly int _first;

    private DifferencedPanel(PanelRows panel, DynamicPanelGmmOptions options)
    {
        (_panel, _options) = (panel, options);
        _periods = [.. panel.Time.Distinct().Order()];
        _terms =
        [
            .. options.OutcomeLags.Select(lag => (-1, lag)),
            .. options.Regressors.SelectMany(regressor => regressor.Lags.Select(lag => (Array.IndexOf(panel.Columns.Names, regressor.Term), lag))),
        ];
        Require.That(_terms.Length > 0, nameof(options.Regressors), "must have a term or a lag of the outcome; there was none");
        _first = _terms.Max(term => term.Lag) + 1;
        for (int period = _first; period < _periods.Length; period++)
        {
            for (int lag = options.FirstLag; lag <= Math.Min(options.LastLag, period); lag++)
            {
                _columns.TryAdd((options.Collapse ? -1 : period, lag), _columns.Count);
            }
        }

        Require.That(_periods.Length > _first, nameof(PanelSample.Time), FormattableString.Invariant(
            $"must have at least {_first + 1} periods for these lags; there were {_periods.Length}"));
        Require.That(_columns.Count > 0 || options.OutcomeLags.Count == 0, nameof(options.FirstLag), FormattableString.Invariant(
            $"must leave instruments by which lags of the outcome are told apart; {options.FirstLag} periods back lies before the first of {_periods.Length}"));
        Units = [.. Enumerable.Range(0, panel.UnitCount).Select(Difference).OfType<DifferencedUnit>()];
    }

    public string[] Names =>
    [
        .. _options.OutcomeLags.Select(lag => FormattableString.Invariant($"{_options.Outcome}_lag{lag}")),
        .. _options.Regressors.SelectMany(regressor => regressor.Lags.Select(lag => FormattableString.Invariant($"{regressor.Term}_lag{lag}"))),
    ];

    public DifferencedUnit[] Units { get; }

    public int Rows => Units.Sum(unit => unit.Periods.Length);

    /// <summary>Gets the periods of the equation, with which the time effects come after the other terms.</summary>
    public double[] EquationPeriods => _periods[_first..];

    public IReadOnlyList<Note> Notes => _panel.Notes;

    public bool EvenlySpaced => _periods.Zip(_periods.Skip(1), (left, right) => right - left).Distinct().Count() <= 1;

    private int PeriodTerms => _options.TimeEffects ? _periods.Length - _first : 0;

    public static DifferencedPanel Of(PanelSample sample, DynamicPanelGmmOptions options)
    {
        PanelRows panel = PanelRows.Build(sample, new ModelSpecification
        {
            Outcome = options.Outcome,
            Terms = [.. options.Regressors.Select(regressor => regressor.Term).Distinct()],
            Intercept = false,
        });
        panel.Columns.Within(Most, panel.Rows);
        return new DifferencedPanel(panel, options);
    }

    private DifferencedUnit? Difference(int unit)
    {
        int[] rowOf = [.. Enumerable.Repeat(-1, _periods.Length)];
        for (int row = _panel.Starts[unit]; row < _panel.Starts[unit + 1]; row++)
        {
            rowOf[Array.BinarySearch(_periods, _panel.Time[row])] = row;
        }

        int[] periods = [.. Enumerable.Range(_first, _periods.Length - _first).Where(
            period => Changes(rowOf, -1, period, 0, out _) && Array.TrueForAll(_terms, term => Changes(rowOf, term.Column, period, term.Lag, out _)))];
        if (periods.Length == 0)
        {
            return null;
        }

        Matrix<double> terms = Matrix<double>.Build.Dense(periods.Length, _terms.Length + PeriodTerms, (row, term) =>
            term < _terms.Length ? Change(rowOf, _terms[term].Column, periods[row], _terms[term].Lag)
            : periods[row] - _first == term - _terms.Length ? 1 : 0);
        return new DifferencedUnit(
            periods, Vector<double>.Build.Dense(periods.Length, row => Change(rowOf, -1, periods[row], 0)), terms, Instruments(rowOf, periods, terms));
    }

    // Levels of the outcome far enough back, and everything but its lags as its own instrument.
    private Matrix<double> Instruments(int[] rowOf, int[] periods, Matrix<double> terms)
    {
        int own = terms.ColumnCount - _options.OutcomeLags.Count;
        Matrix<double> instruments = Matrix<double>.Build.Dense(periods.Length, _columns.Count + own);
        for (int row = 0; row < periods.Length; row++)
        {
            for (int lag = _options.FirstLag; lag <= Math.Min(_options.LastLag, periods[row]); lag++)
            {
                int earlier = rowOf[periods[row] - lag];
                if (earlier >= 0)
                {
                    instruments[row, _columns[(_options.Collapse ? -1 : periods[row], lag)]] = _panel.Columns.Outcome[earlier];
                }
            }

            for (int term = 0; term < own; term++)
            {
                instruments[row, _columns.Count + term] = terms[row, _options.OutcomeLags.Count + term];
            }
        }

        return instruments;
    }

    private double Change(int[] rowOf, int column, int period, int lag) => Changes(rowOf, column, period, lag, out double change) ? change : double.NaN;

    private bool Changes(int[] rowOf, int column, int period, int lag, out double change)
    {
        (int later, int earlier) = (rowOf[period - lag], rowOf[period - lag - 1]);
        double[] values = column < 0 ? _panel.Columns.Outcome : _panel.Columns.Columns[column];
        change = later >= 0 && earlier >= 0 ? values[later] - values[earlier] : double.NaN;
        return later >= 0 && earlier >= 0;
    }
}
