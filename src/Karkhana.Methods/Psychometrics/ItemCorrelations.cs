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

    /// <summary>Gives the matrix of Pearson correlations, each over the respondents who answered both items; NaN where they
    /// are fewer than three or an item does not vary among them.</summary>
    public static Matrix<double> OfPairs(ItemResponses responses) => Matrix<double>.Build.Dense(
        responses.Items.Count, responses.Items.Count, (item, other) => item == other ? 1 : OfPair(
            responses.Answers[Math.Min(item, other)], responses.Answers[Math.Max(item, other)]));

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

    // One pass, about the first answers: a plain formula loses digits only where the spread is tiny beside the level.
    private static double OfPair(double[] left, double[] right)
    {
        int first = 0;
        while (first < left.Length && double.IsNaN(left[first] + right[first]))
        {
            first++;
        }

        (double n, double x, double y, double xx, double yy, double xy) = (0, 0, 0, 0, 0, 0);
        for (int row = first; row < left.Length; row++)
        {
            (double a, double b) = (left[row] - left[first], right[row] - right[first]);
            if (!double.IsNaN(a + b))
            {
                (n, x, y) = (n + 1, x + a, y + b);
                (xx, yy, xy) = (xx + (a * a), yy + (b * b), xy + (a * b));
            }
        }

        double product = ((n * xx) - (x * x)) * ((n * yy) - (y * y));
        return n >= 3 && product > 0 ? Math.Clamp(((n * xy) - (x * y)) / Math.Sqrt(product), -1, 1) : double.NaN;
    }
}
