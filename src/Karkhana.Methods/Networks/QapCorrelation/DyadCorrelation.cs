using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Networks;

/// <summary>The correlation of two networks under orders of the nodes of the first.</summary>
/// <remarks>
/// Values are counted from their rounded mean when all are whole: sums of whole numbers are exact, so that orders that
/// give the same correlation give the same bits, and the zeros of a sparse network are skipped.
/// </remarks>
internal sealed class DyadCorrelation
{
    private readonly int _n;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly double[] _values;
    private readonly bool _missing;
    private readonly double _pairs;
    private readonly double _firstSum;
    private readonly double _secondSum;
    private readonly double _scale;

    public DyadCorrelation(DyadMatrix first, DyadMatrix second)
    {
        _n = first.Count;
        _first = Centred(first);
        _second = Centred(second);
        _missing = Array.Exists(_first, double.IsNaN) || Array.Exists(_second, double.IsNaN);
        _pairs = (double)_n * (_n - 1);
        _firstSum = Sums.Sum(_first);
        _secondSum = Sums.Sum(_second);
        double spreads = Spread(_first, _firstSum, _pairs) * Spread(_second, _secondSum, _pairs);
        _scale = spreads > 0 ? 1 / Math.Sqrt(spreads) : double.NaN;
        (_starts, _columns, _values) = Filled(_second, _n);
    }

    /// <summary>Gives the correlation when row and column i of the first network are those of
    /// <paramref name="order"/>[i].</summary>
    public double Of(int[] order) => _missing ? OfPresent(order) : (Cross(order) - (_firstSum * _secondSum / _pairs)) * _scale;

    private static double Spread(double[] cells, double sum, double pairs)
    {
        double squares = Sums.Dot(cells, cells);
        double spread = squares - (sum * sum / pairs);
        return spread > 1e-13 * squares ? spread : 0;
    }

    private static double[] Centred(DyadMatrix matrix)
    {
        double[] present = [.. matrix.Cells.Where((value, cell) => cell / matrix.Count != cell % matrix.Count && !double.IsNaN(value))];
        double mean = Sums.Mean(present);
        double shift = Array.TrueForAll(present, double.IsInteger) ? Math.Round(mean) : mean;
        return [.. matrix.Cells.Select((value, cell) => cell / matrix.Count == cell % matrix.Count ? 0 : value - shift)];
    }

    private static (int[] Starts, int[] Columns, double[] Values) Filled(double[] cells, int n)
    {
        int[] starts = new int[n + 1];
        List<int> columns = [];
        List<double> values = [];
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column < n; column++)
            {
                double value = cells[(row * n) + column];
                if (value != 0)
                {
                    columns.Add(column);
                    values.Add(value);
                }
            }

            starts[row + 1] = columns.Count;
        }

        return (starts, [.. columns], [.. values]);
    }

    private double Cross(int[] order)
    {
        double cross = 0;
        for (int row = 0; row < _n; row++)
        {
            ReadOnlySpan<double> moved = _first.AsSpan(order[row] * _n, _n);
            double sum = 0;
            for (int k = _starts[row]; k < _starts[row + 1]; k++)
            {
                sum += moved[order[_columns[k]]] * _values[k];
            }

            cross += sum;
        }

        return cross;
    }

    private double OfPresent(int[] order)
    {
        (double pairs, double x, double y, double xx, double yy, double xy) = (0, 0, 0, 0, 0, 0);
        for (int row = 0; row < _n; row++)
        {
            for (int column = 0; column < _n; column++)
            {
                double a = _first[(order[row] * _n) + order[column]];
                double b = _second[(row * _n) + column];
                if (row == column || double.IsNaN(a) || double.IsNaN(b))
                {
                    continue;
                }

                pairs++;
                x += a;
                y += b;
                xx += a * a;
                yy += b * b;
                xy += a * b;
            }
        }

        double spreads = (xx - (x * x / pairs)) * (yy - (y * y / pairs));
        return spreads > 1e-13 * xx * yy ? (xy - (x * y / pairs)) / Math.Sqrt(spreads) : double.NaN;
    }
}
