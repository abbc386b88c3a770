using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The likelihood misfit ln|Σ| + tr(RΣ⁻¹) − ln|R| − p over the logarithms of the uniquenesses ψ.</summary>
/// <remarks>
/// With θ, ω the eigenvalues and vectors of Ψ^−½RΨ^−½ and M those beyond the factors: F = Σ_M (θ − ln θ − 1),
/// ∂F/∂ln ψ_i = Σ_M (1 − θ)ω_i². The second derivatives follow from ∂θ_m/∂ln ψ_i = −θ_m ω_im² and the derivatives of
/// the vectors; the pairs within M cancel to A∘B with A = Σ_M θωω′, B = Σ_M ωω′.
/// Source: Jöreskog 1967, doi:10.1007/BF02289658; Clarke 1970, British Journal of
/// Mathematical and Statistical Psychology 23, 43-52.
/// </remarks>
internal sealed class LikelihoodUniqueness(Matrix<double> correlations, int factors) : IUniquenessObjective
{
    public double Coordinate(double uniqueness) => Math.Log(uniqueness);

    public double Uniqueness(double coordinate) => Math.Exp(coordinate);

    public (double Value, Vector<double> Gradient, Matrix<double> Hessian) At(Vector<double> point)
    {
        EigenSplit split = Split(point);
        double value = 0;
        for (int m = split.Kept; m < split.Values.Length; m++)
        {
            value += split.Values[m] - Math.Log(split.Values[m]) - 1;
        }

        Vector<double> gradient = split.RestSum(theta => 1 - theta).Diagonal();
        Matrix<double> hessian = split.RestSum(theta => theta).PointwiseMultiply(split.RestSum(_ => 1))
            + split.PairSum((rest, kept) => (1 - rest) * (kept + rest) / (kept - rest));
        return (value, gradient, hessian);
    }

    public (Matrix<double> Loadings, int Found) Loadings(Vector<double> point)
    {
        EigenSplit split = Split(point);
        Matrix<double> loadings = Matrix<double>.Build.Dense(
            point.Count, factors, (item, factor) => factor < split.Kept
                ? Math.Exp(point[item] / 2) * split.Vectors[item, factor] * Math.Sqrt(split.Values[factor] - 1)
                : 0);
        return (loadings, split.Kept);
    }

    private EigenSplit Split(Vector<double> point) => EigenSplit.Of(
        Matrix<double>.Build.Dense(
            point.Count, point.Count, (i, j) => correlations[i, j] * Math.Exp(-(point[i] + point[j]) / 2)),
        factors, threshold: 1 + EigenSplit.Equal);
}
