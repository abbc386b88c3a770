using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Equations with a matrix that must be positive definite, such as minus the curvature at a maximum.</summary>
internal static class PositiveDefinite
{
    /// <summary>Gives the solution, or null when the matrix is not positive definite.</summary>
    public static Vector<double>? Solve(Matrix<double> matrix, Vector<double> right)
    {
        try
        {
            Vector<double> solution = matrix.Cholesky().Solve(right);
            return solution.Exists(double.IsNaN) ? null : solution;
        }
        catch (ArgumentException)
        {
            return null; // the library has no question for it, only the exception
        }
    }

    /// <summary>Gives an element of the diagonal of the inverse; NaN when the matrix is not positive definite.</summary>
    public static double InverseAt(Matrix<double> matrix, int place) =>
        Solve(matrix, Vector<double>.Build.Dense(matrix.RowCount, i => i == place ? 1 : 0))?[place] ?? double.NaN;
}
