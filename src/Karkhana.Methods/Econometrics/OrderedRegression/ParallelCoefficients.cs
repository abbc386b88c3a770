using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Brant's test that the coefficients of an ordered logit are the same at all thresholds.</summary>
/// <remarks>Binary logits of y above each threshold, with their joint covariance: H_j⁻¹[Σ w p_l(1 − p_j)xx']H_l⁻¹ for
/// j ≤ l, where p_j = P(y above j); Wald's test that all coefficients equal those of the first. Source: Brant 1990,
/// doi:10.2307/2532457.</remarks>
internal static class ParallelCoefficients
{
    /// <summary>Tests; null when a binary regression has no finite estimates.</summary>
    /// <param name="columns">The scaled columns, the constant first.</param>
    /// <param name="categories">The category of each row.</param>
    /// <param name="count">The number of categories, at least 3.</param>
    /// <param name="weights">How many observations each row stands for.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    public static TermTest? Test(
        double[][] columns, int[] categories, int count, double[] weights, CancellationToken cancellationToken)
    {
        BinaryFit[] fits = [.. Enumerable.Range(1, count - 1).Select(threshold => BinaryFit.Fit(
            columns, true, [.. categories.Select(category => category >= threshold ? 1.0 : 0.0)], weights, (BinaryLink.Logit, 0), cancellationToken))];
        if (fits.Any(fit => fit.Separation is not null || !fit.Ascent.Converged))
        {
            return null;
        }

        int k = columns.Length - 1;
        Matrix<double> covariance = Joint(columns, weights, fits);
        Vector<double> differences = Vector<double>.Build.Dense((fits.Length - 1) * k, place =>
            fits[(place / k) + 1].Estimates[1 + (place % k)] - fits[0].Estimates[1 + (place % k)]);
        Matrix<double> contrast = Matrix<double>.Build.Dense(differences.Count, covariance.RowCount, (place, other) =>
            other % (k + 1) != 1 + (place % k) ? 0 : other / (k + 1) == 0 ? -1 : other / (k + 1) == (place / k) + 1 ? 1 : 0);
        Matrix<double> spread = contrast * covariance * contrast.Transpose();
        double statistic = differences.DotProduct(NewtonAscent.Inverse((spread + spread.Transpose()) / 2) * differences);
        return new TermTest("parallel", statistic, differences.Count, ChiSquare.UpperTail(statistic, differences.Count));
    }

    private static Matrix<double> Joint(double[][] columns, double[] weights, BinaryFit[] fits)
    {
        IndexLikelihood<LogitRow> products = new(default, columns, weights);
        double[][] above = [.. fits.Select(fit => fit.Probabilities)];
        Matrix<double>[] inverses = [.. fits.Select((_, j) => NewtonAscent.Inverse(products.CrossProducts(row => above[j][row] * (1 - above[j][row]))))];
        int size = columns.Length;
        Matrix<double> joint = Matrix<double>.Build.Dense(size * fits.Length, size * fits.Length);
        for (int j = 0; j < fits.Length; j++)
        {
            for (int l = j; l < fits.Length; l++)
            {
                (int lower, int upper) = (j, l);
                Matrix<double> block = inverses[j] * products.CrossProducts(row => above[upper][row] * (1 - above[lower][row])) * inverses[l];
                joint.SetSubMatrix(j * size, l * size, block);
                joint.SetSubMatrix(l * size, j * size, block.Transpose());
            }
        }

        return joint;
    }
}
