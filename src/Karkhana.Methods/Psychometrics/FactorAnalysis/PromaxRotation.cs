using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Promax: the least-squares step from varimax loadings towards their signed powers.</summary>
/// <remarks>
/// A varimax loadings, target Q = A|A|^(power − 1), T = (A′A)⁻¹A′Q, columns scaled by the roots of diag((T′T)⁻¹), so that
/// the factors have variance 1; pattern AT, factor correlations (T′T)⁻¹. Source: Hendrickson and White 1964,
/// doi:10.1111/j.2044-8317.1964.tb00244.x.
/// </remarks>
internal static class PromaxRotation
{
    public static RotatedFactors Of(Matrix<double> loadings, int power)
    {
        RotatedFactors varimax = VarimaxRotation.Of(loadings);
        Matrix<double> a = varimax.Loadings;
        Matrix<double> target = a.Map(value => value * Math.Pow(Math.Abs(value), power - 1), Zeros.Include);
        Matrix<double> turn = a.TransposeThisAndMultiply(a).Solve(a.TransposeThisAndMultiply(target));
        double[] scale = [.. turn.TransposeThisAndMultiply(turn).Inverse().Diagonal().Select(Math.Sqrt)];
        turn *= Matrix<double>.Build.DenseOfDiagonalArray(scale);
        return new RotatedFactors(a * turn, turn.TransposeThisAndMultiply(turn).Inverse(), varimax.Converged);
    }
}
