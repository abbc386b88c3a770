using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Econometrics;

/// <summary>The triangular factor of columns whose rows come any number of times, as in a bootstrap sample.</summary>
/// <remarks>
/// Z = QR once, by Householder. With counts w, Z'WZ = R'(Q'WQ)R, and with Q'WQ = U'U the factor of the sample is U·R, for
/// the product of two upper triangles is one. Q'WQ is near w̄·I however nearly collinear Z is, so that its Cholesky factor
/// keeps the digits that the cross-products Z'WZ would lose. Where a sample leaves a column little variation (a pivot below
/// 1e-6 of its length) the factor is taken from the counted rows of Q by Householder instead. Cost: rows × columns² / 2 a
/// sample, over the rows that come at all.
/// </remarks>
internal sealed class CountedFactor
{
    private const double LeastPivot = 1e-6;
    private const double Singular = 1e-10;

    private readonly double[] _q;
    private readonly int _stride;
    private readonly Matrix<double> _root;

    private CountedFactor(double[] q, int stride, int rows, Matrix<double> root)
    {
        (_q, _stride, Rows, _root) = (q, stride, rows, root);
    }

    public int Rows { get; }

    public int Columns => _root.RowCount;

    /// <summary>Prepares columns; the last one may be determined by the others, the ones before it must not.</summary>
    public static CountedFactor Of(double[][] columns, double[] weights)
    {
        int rows = weights.Length;
        Matrix<double> z = Matrix<double>.Build.Dense(
            rows, columns.Length, (row, column) => columns[column][row] * Math.Sqrt(weights[row]));
        QR<double> qr = z.QR(QRMethod.Thin);
        int stride = (columns.Length + 3) / 4 * 4;
        double[] q = new double[rows * stride];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                q[(row * stride) + column] = qr.Q[row, column];
            }
        }

        return new CountedFactor(q, stride, rows, qr.R);
    }

    /// <summary>Gives the factor of the plain rows.</summary>
    public TriangularFactor Whole() => new(_root.ToRowMajorArray(), Columns);

    /// <summary>Gives the factor of a sample; null when it leaves a column before the last without variation of its own.</summary>
    public TriangularFactor? Of(ReadOnlySpan<int> counts)
    {
        Require.SameLength(Rows, counts.Length, nameof(counts));
        double[] products = new double[Columns * _stride];
        CountedProducts.Add(_q, _stride, counts, products);
        double[] upper = new double[Columns * Columns];
        return Factorise(products, upper) || FactoriseRows(counts, upper) ? Turned(upper) : null;
    }

    /// <summary>Takes the Cholesky factor; false when a pivot is too small to trust.</summary>
    private bool Factorise(double[] products, double[] upper)
    {
        int size = Columns;
        for (int row = 0; row < size; row++)
        {
            for (int column = row; column < size; column++)
            {
                double rest = products[(row * _stride) + column];
                for (int above = 0; above < row; above++)
                {
                    rest -= upper[(above * size) + row] * upper[(above * size) + column];
                }

                if (row == column && !(rest > LeastPivot * products[(row * _stride) + row]))
                {
                    return false;
                }

                upper[(row * size) + column] = row == column ? Math.Sqrt(rest) : rest / upper[(row * size) + row];
            }
        }

        return true;
    }

    private bool FactoriseRows(ReadOnlySpan<int> counts, double[] upper)
    {
        List<int> present = [];
        for (int row = 0; row < counts.Length; row++)
        {
            if (counts[row] > 0)
            {
                present.Add(row);
            }
        }

        double[] roots = [.. counts.ToArray().Where(count => count > 0).Select(count => Math.Sqrt(count))];
        int size = Columns;
        if (present.Count < size - 1)
        {
            return false;
        }

        // Rows of zeros below change no factor and let a sample of few different rows be as tall as it is wide.
        Matrix<double> counted = Matrix<double>.Build.Dense(Math.Max(size, present.Count), size, (row, column) =>
            row < present.Count ? roots[row] * _q[(present[row] * _stride) + column] : 0);
        counted.QR(QRMethod.Thin).R.ToRowMajorArray().CopyTo(upper, 0);
        for (int column = 0; column < size - 1; column++)
        {
            if (!(Math.Abs(upper[(column * size) + column]) > Singular * counted.Column(column).L2Norm()))
            {
                return false;
            }
        }

        return true;
    }

    private TriangularFactor Turned(double[] upper)
    {
        int size = Columns;
        double[] turned = new double[size * size];
        for (int row = 0; row < size; row++)
        {
            for (int column = row; column < size; column++)
            {
                double sum = 0;
                for (int between = row; between <= column; between++)
                {
                    sum += upper[(row * size) + between] * _root[between, column];
                }

                turned[(row * size) + column] = sum;
            }
        }

        return new TriangularFactor(turned, size);
    }
}
