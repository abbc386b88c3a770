using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods;

/// <summary>What a path diagram implies at given parameters, over all variables.</summary>
/// <param name="Reach">E = (I − A)⁻¹.</param>
/// <param name="Residuals">P, the covariances of residuals and exogenous variables.</param>
/// <param name="Covariances">V = EPE′.</param>
/// <param name="Means">η = Ea.</param>
internal sealed record DiagramMoments(
    Matrix<double> Reach, Matrix<double> Residuals, Matrix<double> Covariances, Vector<double> Means)
{
    /// <summary>Gives the covariances of some of the variables.</summary>
    public Matrix<double> CovariancesOf(int[] places) =>
        Matrix<double>.Build.Dense(places.Length, places.Length, (i, j) => Covariances[places[i], places[j]]);

    /// <summary>Gives the means of some of the variables.</summary>
    public Vector<double> MeansOf(int[] places) => Vector<double>.Build.Dense(places.Length, i => Means[places[i]]);
}
