using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>One factor of items with given correlations, Pearson or polychoric, and standard deviations.</summary>
/// <remarks>Both estimators do not depend on the scale, so that the correlations are analysed and the loadings brought back to
/// the scale of the items.</remarks>
/// <param name="Solution">The factor of the correlations.</param>
/// <param name="Loadings">Loadings on the scale of the items; their sum is not negative.</param>
/// <param name="Residuals">Residual variances on the scale of the items.</param>
/// <param name="ObservedVariance">The variance of the sum of the items.</param>
internal sealed record OneFactorModel(FactorSolution Solution, double[] Loadings, double[] Residuals, double ObservedVariance)
{
    public static OneFactorModel Of(FactorSolution solution, Matrix<double> correlations, double[] deviations)
    {
        double[] loadings = [.. solution.Loadings.Column(0).Select((loading, item) => loading * deviations[item])];
        double turn = Sums.Sum(loadings) < 0 ? -1 : 1;
        double[] products = [.. correlations.EnumerateIndexed(Zeros.Include).Select(
            cell => cell.Item3 * deviations[cell.Item1] * deviations[cell.Item2])];
        return new OneFactorModel(
            solution,
            [.. loadings.Select(loading => turn * loading)],
            [.. solution.Uniqueness.Select((uniqueness, item) => uniqueness * deviations[item] * deviations[item])],
            Sums.Sum(products));
    }

    public CongenericReliability Reliability() => CongenericReliability.Of(Loadings, Residuals);

    /// <summary>Gives (Σl)² over the observed variance of the sum.</summary>
    public double OmegaObserved() => Sums.Sum(Loadings) * Sums.Sum(Loadings) / ObservedVariance;
}
