using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Symmetric matrices that may turn out not to be positive definite.</summary>
internal static class PositiveDefinite
{
    private const double Smallest = 1e-10;

    /// <summary>Says whether the least eigenvalue of a correlation matrix is clear of rounding.</summary>
    public static bool Is(Matrix<double> correlations) =>
        SymmetricEigen.Of(correlations, "correlations").EigenValues.Min(value => value.Real) > Smallest;

    /// <summary>Gives the Cholesky factor, or null when there is none.</summary>
    public static Cholesky<double>? Factor(Matrix<double> matrix)
    {
        try
        {
            return matrix.Cholesky();
        }
        catch (ArgumentException)
        {
            return null; // the library has no other way to say so
        }
    }

    /// <summary>Solves a system, or gives null when the matrix is not positive definite.</summary>
    public static Vector<double>? Solve(Matrix<double> matrix, Vector<double> right) =>
        Factor(matrix)?.Solve(right) is { } solution && solution.All(double.IsFinite) ? solution : null;

    /// <summary>Inverts a matrix, or gives null when it is not positive definite to working precision.</summary>
    public static Matrix<double>? Inverse(Matrix<double> matrix)
    {
        // Parameters of very different size are no sign of a weak matrix: judge it with ones on the diagonal.
        double[] scale = [.. matrix.Diagonal().Select(value => 1 / Math.Sqrt(value))];
        if (!Array.TrueForAll(scale, double.IsFinite))
        {
            return null;
        }

        Matrix<double> scaled = matrix.MapIndexed((i, j, value) => value * scale[i] * scale[j]);
        Matrix<double>? inverse = Factor(scaled)?.Solve(Matrix<double>.Build.DenseIdentity(scale.Length));
        return inverse is not null && inverse.Diagonal().All(value => value is > 0 and < 1e10)
            ? inverse.MapIndexed((i, j, value) => (value + inverse[j, i]) / 2 * scale[i] * scale[j])
            : null;
    }

    /// <summary>Solves matrix · x = right, with the least ridge of powers of ten that makes the matrix positive
    /// definite.</summary>
    public static Vector<double> SolveWithRidge(Matrix<double> matrix, Vector<double> right)
    {
        double scale = Math.Max(matrix.Diagonal().AbsoluteMaximum(), double.Epsilon);
        Cholesky<double>? factor = Factor(matrix);
        for (double ridge = 1e-8; factor is null && ridge < 1e8; ridge *= 10)
        {
            factor = Factor(matrix + (Matrix<double>.Build.DenseIdentity(matrix.RowCount) * (ridge * scale)));
        }

        return factor is null ? right / scale : factor.Solve(right);
    }

    /// <summary>Gives an element of the diagonal of the inverse; NaN when the matrix is not positive definite.</summary>
    public static double InverseAt(Matrix<double> matrix, int place) =>
        Solve(matrix, Vector<double>.Build.Dense(matrix.RowCount, i => i == place ? 1 : 0))?[place] ?? double.NaN;
}
