using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Asks whether a symmetric matrix is positive definite.</summary>
internal static class PositiveDefinite
{
    private const double Smallest = 1e-10;

    /// <summary>Says whether the least eigenvalue of a correlation matrix is clear of rounding.</summary>
    public static bool Is(Matrix<double> correlations) =>
        correlations.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real) > Smallest;

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

    /// <summary>Solves matrix · x = right, with the least ridge of powers of ten that makes the matrix positive
    /// definite.</summary>
    public static Vector<double> Solve(Matrix<double> matrix, Vector<double> right)
    {
        double scale = Math.Max(matrix.Diagonal().AbsoluteMaximum(), double.Epsilon);
        Cholesky<double>? factor = Factor(matrix);
        for (double ridge = 1e-8; factor is null && ridge < 1e8; ridge *= 10)
        {
            factor = Factor(matrix + (Matrix<double>.Build.DenseIdentity(matrix.RowCount) * (ridge * scale)));
        }

        return factor is null ? right / scale : factor.Solve(right);
    }
}
