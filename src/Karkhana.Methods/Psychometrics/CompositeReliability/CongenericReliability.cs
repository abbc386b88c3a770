using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What loadings and residual variances of one factor say of the sum of the items.</summary>
/// <remarks>Source: McDonald 1999, Test Theory, chapter 6; Fornell and Larcker 1981, doi:10.1177/002224378101800104.</remarks>
/// <param name="Omega">(Σl)²/((Σl)² + Σt).</param>
/// <param name="AverageVarianceExtracted">The mean squared standardised loading.</param>
/// <param name="CompositeReliability">Omega of the standardised solution.</param>
internal sealed record CongenericReliability(double Omega, double AverageVarianceExtracted, double CompositeReliability)
{
    public static CongenericReliability Of(IReadOnlyList<double> loadings, IReadOnlyList<double> residuals)
    {
        double[] standardised = [.. loadings.Zip(residuals, (l, t) => l / Math.Sqrt((l * l) + t))];
        double[] own = [.. standardised.Select(loading => 1 - (loading * loading))];
        return new CongenericReliability(
            OmegaOf([.. loadings], [.. residuals]),
            Sums.Dot(standardised, standardised) / standardised.Length,
            OmegaOf(standardised, own));
    }

    private static double OmegaOf(double[] loadings, double[] residuals)
    {
        double common = Sums.Sum(loadings) * Sums.Sum(loadings);
        return common / (common + Sums.Sum(residuals));
    }
}
