using Karkhana.Core.Errors;

namespace Karkhana.Methods.SparseMatrices;

/// <summary>A symmetric matrix I + ρP + ρ²Q on one pattern for all ρ.</summary>
internal sealed class PencilPattern
{
    private const long MostEntries = 1L << 28;

    private readonly double[] _linear;
    private readonly double[]? _quadratic;

    private PencilPattern(CsrMatrix pattern, double[] linear, double[]? quadratic) =>
        (Pattern, _linear, _quadratic) = (pattern, linear, quadratic);

    /// <summary>Gets the pattern, with the values at ρ = 0.</summary>
    public CsrMatrix Pattern { get; }

    /// <summary>Gives I − ρS with s_ij = √(w_ij w_ji).</summary>
    public static PencilPattern OfSymmetric(CsrMatrix weights)
    {
        CsrMatrix turned = weights.Transposed();
        double[] roots = new double[weights.EntryCount];
        for (int place = 0; place < roots.Length; place++)
        {
            roots[place] = Math.Sqrt(weights.Values[place] * turned.Values[place]); // equal patterns: w_ij and w_ji lie at the same place
        }

        Rows rows = new(weights.Order);
        for (int row = 0; row < weights.Order; row++)
        {
            rows.Add(row, 0, 0);
            for (int place = weights.Starts[row]; place < weights.Starts[row + 1]; place++)
            {
                rows.Add(weights.Columns[place], -roots[place], 0);
            }

            rows.Close(row);
        }

        return rows.ToPencil(quadratic: false);
    }

    /// <summary>Gives I − ρ(W + W') + ρ²W'W.</summary>
    public static PencilPattern OfSquare(CsrMatrix weights)
    {
        CsrMatrix turned = weights.Transposed();
        Rows rows = new(weights.Order);
        for (int row = 0; row < weights.Order; row++)
        {
            rows.Add(row, 0, 0);
            for (int place = weights.Starts[row]; place < weights.Starts[row + 1]; place++)
            {
                rows.Add(weights.Columns[place], -weights.Values[place], 0);
            }

            for (int place = turned.Starts[row]; place < turned.Starts[row + 1]; place++)
            {
                (int through, double weight) = (turned.Columns[place], turned.Values[place]);
                rows.Add(through, -weight, 0);
                for (int next = weights.Starts[through]; next < weights.Starts[through + 1]; next++)
                {
                    rows.Add(weights.Columns[next], 0, weight * weights.Values[next]);
                }
            }

            rows.Close(row);
        }

        return rows.ToPencil(quadratic: true);
    }

    /// <summary>Gives the values for some ρ, in the places of the pattern.</summary>
    public double[] ValuesAt(double rho)
    {
        double[] values = new double[_linear.Length];
        for (int place = 0; place < values.Length; place++)
        {
            values[place] = Pattern.Values[place] + (rho * (_linear[place] + (rho * (_quadratic?[place] ?? 0))));
        }

        return values;
    }

    /// <summary>Collects the entries of one row after the other.</summary>
    private sealed class Rows(int order)
    {
        private readonly int[] _starts = new int[order + 1];
        private readonly double[] _linearOf = new double[order];
        private readonly double[] _quadraticOf = new double[order];
        private readonly bool[] _has = new bool[order];
        private readonly List<int> _open = [];
        private readonly List<int> _columns = [];
        private readonly List<double> _constant = [];
        private readonly List<double> _linear = [];
        private readonly List<double> _quadratic = [];

        public void Add(int column, double linear, double quadratic)
        {
            if (!_has[column])
            {
                _has[column] = true;
                _open.Add(column);
            }

            _linearOf[column] += linear;
            _quadraticOf[column] += quadratic;
        }

        public void Close(int row)
        {
            _open.Sort();
            foreach (int column in _open)
            {
                _columns.Add(column);
                _constant.Add(column == row ? 1 : 0);
                _linear.Add(_linearOf[column]);
                _quadratic.Add(_quadraticOf[column]);
                (_has[column], _linearOf[column], _quadraticOf[column]) = (false, 0, 0);
            }

            _open.Clear();
            Require.That(_columns.Count < MostEntries, "weights", "have so many links that what they share would not fit into memory");
            _starts[row + 1] = _columns.Count;
        }

        public PencilPattern ToPencil(bool quadratic) =>
            new(new CsrMatrix(_starts, [.. _columns], [.. _constant]), [.. _linear], quadratic ? [.. _quadratic] : null);
    }
}
