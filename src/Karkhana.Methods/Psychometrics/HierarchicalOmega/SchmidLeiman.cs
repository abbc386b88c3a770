using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>A general factor and group factors at right angles to it and to each other.</summary>
/// <remarks>Pattern P and factor correlations Φ with one factor of loadings c behind them: general loadings Pc, group loadings
/// P·diag(√(1 − c²)). Source: Schmid and Leiman 1957, doi:10.1007/BF02289209.</remarks>
/// <param name="General">The general loadings, with a sum of at least zero.</param>
/// <param name="Group">The group loadings, item by factor.</param>
/// <param name="SecondOrder">The loadings of the group factors on the general one.</param>
/// <param name="Proper">False when a second-order loading reached 1, or the second-order factor was not found.</param>
internal sealed record SchmidLeiman(double[] General, Matrix<double> Group, double[] SecondOrder, bool Proper)
{
    public static SchmidLeiman Of(RotatedFactors rotated)
    {
        FactorSolution second = FactorExtraction.Of(rotated.Correlations, 1, FactorEstimator.Minres, least: 0);
        Vector<double> c = second.Loadings.Column(0);
        double[] general = [.. rotated.Loadings * c];
        double turn = Sums.Sum(general) < 0 ? -1 : 1;
        double[] rest = [.. c.Select(loading => Math.Sqrt(Math.Max(0, 1 - (loading * loading))))];
        return new SchmidLeiman(
            [.. general.Select(loading => turn * loading)],
            rotated.Loadings * Matrix<double>.Build.DenseOfDiagonalArray(rest),
            [.. c.Select(loading => turn * loading)],
            second is { Converged: true, AtBound.Length: 0, Found: 1 });
    }
}
