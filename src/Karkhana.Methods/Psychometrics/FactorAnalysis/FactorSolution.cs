using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Unrotated factors of a correlation matrix.</summary>
/// <param name="Loadings">Item by factor, in decreasing order of variance, each column with a sum of at least
/// zero.</param>
/// <param name="Uniqueness">By item.</param>
/// <param name="Misfit">The minimum of the objective.</param>
/// <param name="Converged">Whether the gradient vanished.</param>
/// <param name="Found">How many columns are not zero.</param>
/// <param name="AtBound">The positions of items whose uniqueness is at its lower bound.</param>
internal sealed record FactorSolution(
    Matrix<double> Loadings, double[] Uniqueness, double Misfit, bool Converged, int Found, int[] AtBound)
{
    /// <summary>Gives the part of the correlations that the factors take up.</summary>
    public Matrix<double> Common() => Loadings * Loadings.Transpose();
}
