using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Half the sum of squared residual correlations over the uniquenesses ψ.</summary>
/// <remarks>
/// With γ, ω the eigenvalues and vectors of R − Ψ and M those beyond the factors: F = ½Σ_M γ², ∂F/∂ψ_i = −Σ_M γω_i².
/// Where every ψ lies within its bounds the diagonal residuals are zero, so that the sum is that of the off-diagonal
/// ones. The second derivatives follow as for the likelihood; the pairs within M give B∘B.
/// Source: Harman and Jones 1966, doi:10.1007/BF02289468.
/// </remarks>
internal sealed class ResidualUniqueness(Matrix<double> correlations, int factors) : IUniquenessObjective
{
    public double Coordinate(double uniqueness) => uniqueness;

    public double Uniqueness(double coordinate) => coordinate;

    public (double Value, Vector<double> Gradient, Matrix<double> Hessian) At(Vector<double> point)
    {
        EigenSplit split = Split(point);
        double value = 0;
        for (int m = split.Kept; m < split.Values.Length; m++)
        {
            value += split.Values[m] * split.Values[m] / 2;
        }

        Vector<double> gradient = split.RestSum(gamma => -gamma).Diagonal();
        Matrix<double> ones = split.RestSum(_ => 1);
        Matrix<double> hessian = ones.PointwiseMultiply(ones)
            + (2 * split.PairSum((rest, kept) => rest / (rest - kept)));
        return (value, gradient, hessian);
    }

    public (Matrix<double> Loadings, int Found) Loadings(Vector<double> point)
    {
        EigenSplit split = Split(point);
        Matrix<double> loadings = Matrix<double>.Build.Dense(
            point.Count, factors,
            (item, factor) => factor < split.Kept ? split.Vectors[item, factor] * Math.Sqrt(split.Values[factor]) : 0);
        return (loadings, split.Kept);
    }

    private EigenSplit Split(Vector<double> point) => EigenSplit.Of(
        Matrix<double>.Build.Dense(
            point.Count, point.Count, (i, j) => i == j ? correlations[i, i] - point[i] : correlations[i, j]),
        factors, threshold: EigenSplit.Equal);
}
