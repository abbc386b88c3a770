using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Correlation matrices of items, and what multivariate methods take from them.</summary>
internal static class ItemCorrelations
{
    // Below this share of the greatest eigenvalue an inverse has no digits left to trust.
    private const double SingularShare = 1e-12;
    private const double RoundingShare = 1e-13;

    /// <summary>Gives the matrix of complete answers; NaN beside the diagonal for an item that does not vary.</summary>
    public static Matrix<double> Of(ItemResponses complete, ItemCorrelation correlation, CancellationToken cancellationToken) =>
        correlation == ItemCorrelation.Pearson
            ? ItemCovariance.Of(complete).Correlations()
            : PolychoricKernel.Correlations(complete, cancellationToken);

    /// <summary>Gives the matrix of Pearson correlations, each over the respondents who answered both items; NaN where they
    /// are fewer than three or an item does not vary among them.</summary>
    public static Matrix<double> OfPairs(ItemResponses responses)
    {
        double[][] centred = [.. responses.Answers.Select(Centred)];
        Matrix<double> correlations = Matrix<double>.Build.DenseIdentity(centred.Length);
        for (int item = 1; item < centred.Length; item++)
        {
            for (int other = 0; other < item; other++)
            {
                correlations[item, other] = correlations[other, item] = OfPair(centred[item], centred[other]);
            }
        }

        return correlations;
    }

    public static bool HasGaps(Matrix<double> correlations) => correlations.Exists(double.IsNaN);

    /// <summary>Gives the eigenvalues of a symmetric matrix, the greatest first.</summary>
    public static double[] Eigenvalues(Matrix<double> correlations) =>
        [.. SymmetricEigen.Of(correlations, "correlations").EigenValues.Reverse().Select(value => value.Real)];

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

    private static double[] Centred(double[] answers)
    {
        double mean = Sums.Mean([.. answers.Where(answer => !double.IsNaN(answer))]);
        return [.. answers.Select(answer => answer - mean)];
    }

    // About the means of all answers, so that what is left of the means of the pair costs no digits.
    private static double OfPair(double[] left, double[] right)
    {
        int n = 0;
        double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
        for (int row = 0; row < left.Length; row++)
        {
            double a = left[row];
            double b = right[row];
            if (double.IsNaN(a + b))
            {
                continue;
            }

            n++;
            x += a;
            y += b;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }

        // An item that does not vary leaves nothing but rounding.
        double first = xx - (x * x / n);
        double second = yy - (y * y / n);
        return n >= 3 && first > RoundingShare * xx && second > RoundingShare * yy
            ? Math.Clamp((xy - (x * y / n)) / Math.Sqrt(first * second), -1, 1)
            : double.NaN;
    }
}
