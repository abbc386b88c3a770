using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Networks;

/// <summary>Orthonormal columns that span some terms, by Gram and Schmidt done twice: X = Q R.</summary>
/// <remarks>The matrices are as large as the network squared and at most five: the library's factorisation would copy
/// them several times.</remarks>
internal sealed class DyadBasis
{
    private const double AliasTolerance = 1e-10;

    private DyadBasis(double[][] columns, Matrix<double> triangle)
    {
        Columns = columns;
        Triangle = triangle;
    }

    public double[][] Columns { get; }

    public Matrix<double> Triangle { get; }

    public static DyadBasis Of(IReadOnlyList<double[]> terms, IReadOnlyList<string> names)
    {
        double[][] columns = new double[terms.Count][];
        Matrix<double> triangle = Matrix<double>.Build.Dense(terms.Count, terms.Count);
        for (int term = 0; term < terms.Count; term++)
        {
            double[] column = [.. terms[term]];
            double length = Math.Sqrt(Sums.Dot(column, column));
            for (int pass = 0; pass < 2; pass++)
            {
                for (int other = 0; other < term; other++)
                {
                    triangle[other, term] += TakeOut(columns[other], column);
                }
            }

            double left = Math.Sqrt(Sums.Dot(column, column));
            Require.That(
                left > AliasTolerance * length, names[term],
                "must vary and must not be a sum of multiples of the predictors before it; it was");
            triangle[term, term] = left;
            columns[term] = [.. column.Select(value => value / left)];
        }

        return new DyadBasis(columns, triangle);
    }

    /// <summary>Gives what the terms leave of a column.</summary>
    public double[] Residual(double[] column)
    {
        double[] left = [.. column];
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] basis in Columns)
            {
                TakeOut(basis, left);
            }
        }

        return left;
    }

    private static double TakeOut(double[] basis, double[] column)
    {
        double share = Sums.Dot(basis, column);
        for (int cell = 0; cell < column.Length; cell++)
        {
            column[cell] -= share * basis[cell];
        }

        return share;
    }
}
