using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The cells of the covariance of all coefficients that one variance, or the covariance of two terms,
/// fills.</summary>
/// <param name="Factor">The grouping.</param>
/// <param name="First">The first coefficient of the grouping.</param>
/// <param name="Levels">The number of groups.</param>
/// <param name="Width">The terms of a group.</param>
/// <param name="Row">The one term.</param>
/// <param name="Column">The other term, or the same.</param>
internal sealed record TermPair(int Factor, int First, int Levels, int Width, int Row, int Column)
{
    /// <summary>Gives left · E, E having ones in these cells.</summary>
    public Matrix<double> Apply(Matrix<double> left)
    {
        Matrix<double> product = Matrix<double>.Build.Dense(left.RowCount, left.ColumnCount);
        for (int level = 0; level < Levels; level++)
        {
            int start = First + (level * Width);
            product.SetColumn(start + Row, left.Column(start + Column));
            product.SetColumn(start + Column, left.Column(start + Row));
        }

        return product;
    }
}
