using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Linear systems of matrices that may turn out not to be positive definite.</summary>
internal static class PositiveDefinite
{
    /// <summary>Solves a system, or gives null when the matrix is not positive definite.</summary>
    public static Vector<double>? Solve(Matrix<double> matrix, Vector<double> right)
    {
        try
        {
            Vector<double> solution = matrix.Cholesky().Solve(right);
            return solution.All(double.IsFinite) ? solution : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Inverts a matrix, or gives null when it is not positive definite to working precision.</summary>
    public static Matrix<double>? Inverse(Matrix<double> matrix)
    {
        // Parameters of very different size are no sign of a weak matrix: judge it with ones on the diagonal.
        double[] scale = [.. matrix.Diagonal().Select(value => 1 / Math.Sqrt(value))];
        if (!Array.TrueForAll(scale, double.IsFinite))
        {
            return null;
        }

        try
        {
            Matrix<double> scaled = matrix.MapIndexed((i, j, value) => value * scale[i] * scale[j]);
            Matrix<double> inverse = scaled.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(scale.Length));
            return inverse.Diagonal().All(value => value is > 0 and < 1e10)
                ? inverse.MapIndexed((i, j, value) => (value + inverse[j, i]) / 2 * scale[i] * scale[j])
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
