using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Rotated factors: R − U is loadings · correlations · loadings′.</summary>
/// <param name="Loadings">The pattern, item by factor.</param>
/// <param name="Correlations">Factor by factor; the identity when orthogonal.</param>
/// <param name="Converged">Whether the rotation came to rest.</param>
internal sealed record RotatedFactors(Matrix<double> Loadings, Matrix<double> Correlations, bool Converged)
{
    /// <summary>Rotates unrotated loadings.</summary>
    public static RotatedFactors Of(Matrix<double> loadings, FactorAnalysisOptions options, CancellationToken cancellationToken)
    {
        RotatedFactors rotated = options.Rotation switch
        {
            FactorRotation.Varimax => VarimaxRotation.Of(loadings),
            FactorRotation.Promax => PromaxRotation.Of(loadings, options.PromaxPower),
            FactorRotation.Oblimin => ObliminRotation.Of(loadings, new Starts(options.Starts, options.Seed), cancellationToken),
            _ => Unrotated(loadings),
        };
        (Matrix<double> sorted, Matrix<double> correlations) = FactorOrder.Sort(rotated.Loadings, rotated.Correlations);
        return rotated with { Loadings = sorted, Correlations = correlations };
    }

    /// <summary>Leaves the loadings as they are.</summary>
    public static RotatedFactors Unrotated(Matrix<double> loadings) =>
        new(loadings, Matrix<double>.Build.DenseIdentity(loadings.ColumnCount), true);
}
