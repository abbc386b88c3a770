using Karkhana.Core.Kernels;

namespace Karkhana.Methods.SparseMatrices;

/// <summary>A symmetric positive definite matrix as L D L', L with ones on its diagonal.</summary>
/// <remarks>
/// Up-looking: row k of L solves a triangular system with the rows before it. Cost: the squares of the column counts of L, added
/// up. Source: Davis 2005, doi:10.1145/1114268.1114277.
/// </remarks>
internal sealed class SymmetricFactor
{
    private readonly FactorPlan _plan;
    private readonly double[] _values;
    private readonly double[] _diagonal;

    private SymmetricFactor(FactorPlan plan)
    {
        _plan = plan;
        _values = new double[plan.ColumnRows.Length];
        _diagonal = new double[plan.Order.Length];
    }

    /// <summary>Factorises; null when the matrix is not positive definite.</summary>
    /// <param name="plan">The plan of the pattern.</param>
    /// <param name="values">The values, in the places of the pattern.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public static SymmetricFactor? Of(FactorPlan plan, double[] values, CancellationToken cancellationToken)
    {
        SymmetricFactor factor = new(plan);
        int[] filled = plan.ColumnStarts[..^1];
        double[] row = new double[plan.Order.Length];
        for (int step = 0; step < row.Length; step++)
        {
            if ((step & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            for (int place = plan.UpperStarts[step]; place < plan.UpperStarts[step + 1]; place++)
            {
                row[plan.UpperRows[place]] = values[plan.UpperSources[place]];
            }

            double pivot = factor.Eliminate(step, values[plan.Diagonals[step]], row, filled);
            if (!(pivot > 0))
            {
                return null;
            }

            factor._diagonal[step] = pivot;
        }

        return factor;
    }

    /// <summary>Gives the logarithm of the determinant.</summary>
    public double LogDeterminant()
    {
        double[] logarithms = new double[_diagonal.Length];
        for (int step = 0; step < logarithms.Length; step++)
        {
            logarithms[step] = Math.Log(_diagonal[step]);
        }

        return Sums.Sum(logarithms);
    }

    /// <summary>Solves a system of equations.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] x = new double[right.Length];
        for (int step = 0; step < x.Length; step++)
        {
            x[step] = right[_plan.Order[step]];
        }

        Forward(x);
        Backward(x);
        double[] solution = new double[x.Length];
        for (int step = 0; step < x.Length; step++)
        {
            solution[_plan.Order[step]] = x[step];
        }

        return solution;
    }

    private double Eliminate(int step, double pivot, double[] row, int[] filled)
    {
        ReadOnlySpan<int> columns = _plan.RowColumns.AsSpan(_plan.RowStarts[step], _plan.RowStarts[step + 1] - _plan.RowStarts[step]);
        foreach (int column in columns)
        {
            double value = row[column];
            row[column] = 0;
            int first = _plan.ColumnStarts[column];
            int count = filled[column]++ - first;
            ReadOnlySpan<int> rows = _plan.ColumnRows.AsSpan(first, count);
            ReadOnlySpan<double> entries = _values.AsSpan(first, count);
            for (int place = 0; place < rows.Length; place++)
            {
                row[rows[place]] -= entries[place] * value;
            }

            double entry = value / _diagonal[column];
            _values[first + count] = entry;
            pivot -= entry * value;
        }

        return pivot;
    }

    private void Forward(double[] x)
    {
        for (int column = 0; column < x.Length; column++)
        {
            double value = x[column];
            for (int place = _plan.ColumnStarts[column]; value != 0 && place < _plan.ColumnStarts[column + 1]; place++)
            {
                x[_plan.ColumnRows[place]] -= _values[place] * value;
            }
        }
    }

    private void Backward(double[] x)
    {
        for (int column = x.Length - 1; column >= 0; column--)
        {
            double value = x[column] / _diagonal[column];
            for (int place = _plan.ColumnStarts[column]; place < _plan.ColumnStarts[column + 1]; place++)
            {
                value -= _values[place] * x[_plan.ColumnRows[place]];
            }

            x[column] = value;
        }
    }
}
