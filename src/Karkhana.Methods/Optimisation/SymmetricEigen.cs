using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods;

/// <summary>Eigenvalues and vectors of symmetric matrices, in rising order.</summary>
internal static class SymmetricEigen
{
    /// <summary>Decomposes a symmetric matrix; refuses one that is not finite, on which the library runs out of its
    /// arrays.</summary>
    /// <param name="symmetric">The matrix.</param>
    /// <param name="name">What the matrix is made of, used in the message.</param>
    /// <exception cref="ArgumentException">An element is not finite.</exception>
    public static Evd<double> Of(Matrix<double> symmetric, string name)
    {
        (int Row, int Column, double Value)? wrong = symmetric.Find(value => !double.IsFinite(value), Zeros.Include) is { } found
            ? (found.Item1, found.Item2, found.Item3)
            : null;
        Require.That(wrong is null, name, FormattableString.Invariant(
            $"must give a finite matrix to decompose; its element ({wrong?.Row + 1}, {wrong?.Column + 1}) was {wrong?.Value}, so numbers are too large, too small or do not vary"));
        return symmetric.Evd(Symmetricity.Symmetric);
    }
}
