using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The matrices of a measurement model in one group: Σ = ΛΦΛ′ + Θ, μ = ν + Λκ.</summary>
/// <param name="Loadings">Λ, item by construct.</param>
/// <param name="FactorCovariances">Φ.</param>
/// <param name="Residuals">The diagonal of Θ.</param>
/// <param name="Intercepts">ν.</param>
/// <param name="FactorMeans">κ.</param>
internal sealed record ModelMatrices(
    Matrix<double> Loadings, Matrix<double> FactorCovariances, Vector<double> Residuals, Vector<double> Intercepts, Vector<double> FactorMeans)
{
    public Matrix<double> Covariances() =>
        (Loadings * FactorCovariances * Loadings.Transpose()) + Matrix<double>.Build.DenseOfDiagonalVector(Residuals);
}
