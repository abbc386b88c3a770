using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Correlation matrices of items, and what multivariate methods take from them.</summary>
internal static class ItemCorrelations
{
    // Below this share of the greatest eigenvalue an inverse has no digits left to trust.
    private const double SingularShare = 1e-12;

    /// <summary>Gives the matrix of complete answers; NaN beside the diagonal for an item that does not vary.</summary>
    public static Matrix<double> Of(ItemResponses complete, ItemCorrelation correlation, CancellationToken cancellationToken) =>
        correlation == ItemCorrelation.Pearson
            ? ItemCovariance.Of(complete).Correlations()
            : PolychoricKernel.Correlations(complete, cancellationToken);

    public static bool HasGaps(Matrix<double> correlations) => correlations.Exists(double.IsNaN);

    /// <summary>Gives the eigenvalues of a symmetric matrix, the greatest first.</summary>
    public static double[] Eigenvalues(Matrix<double> correlations) =>
        [.. correlations.Evd(Symmetricity.Symmetric).EigenValues.Reverse().Select(value => value.Real)];

    /// <summary>Gives the number of eigenvalues that are above rounding.</summary>
    public static int Rank(Matrix<double> correlations)
    {
        double[] eigenvalues = Eigenvalues(correlations);
        return eigenvalues.Count(value => value > SingularShare * eigenvalues[0]);
    }

    /// <summary>Gives the inverse, or null when the matrix is not positive definite.</summary>
    public static Matrix<double>? Inverse(Matrix<double> correlations) =>
        HasGaps(correlations) || Rank(correlations) < correlations.RowCount ? null : correlations.Inverse();

    /// <summary>Gives R² of each item on all others, 1 − 1/(R⁻¹)_jj, or null when the matrix is not positive definite.</summary>
    public static double[]? SquaredMultipleCorrelations(Matrix<double> correlations) =>
        Inverse(correlations) is { } inverse ? [.. inverse.Diagonal().Select(value => 1 - (1 / value))] : null;
}
