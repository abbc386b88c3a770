using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Principal components of standardised items.</summary>
public static class PrincipalComponents
{
    internal const string Source = "Hotelling 1933, doi:10.1037/h0071325; Velicer 1976, doi:10.1007/BF02293557";

    /// <summary>Estimates the components.</summary>
    /// <remarks>
    /// R = Σ λ_c v_c v_cᵀ, λ decreasing. Share λ_c/p; loading v_c √λ_c, turned so that the loadings of a component do
    /// not add to less than 0; score Σ_j v_jc z_j/√λ_c, variance 1. Velicer's minimum average partial at m: with C = R
    /// − L_m L_mᵀ the mean square of the off-diagonal correlations of C, defined for m below p. Respondents with a
    /// missing answer are left out and scored NaN, as are components with λ = 0.
    /// Cost: n·p² + p³ + p³ for the partials of each m.
    /// Source: Hotelling 1933, doi:10.1037/h0071325; Velicer 1976, doi:10.1007/BF02293557.
    /// Agrees with: R prcomp(scale. = TRUE), psych principal(rotate = "none"), relative 1e-9; psych vss() map, relative
    /// 1e-7.
    /// </remarks>
    /// <param name="responses">Answers to at least two items that vary.</param>
    /// <param name="options">How many components.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>Eigenvalues, loadings, scores and the average partials.</returns>
    /// <exception cref="ArgumentException">Fewer than two items, an item without variation, fewer than three complete
    /// respondents, or more components than items.</exception>
    public static PrincipalComponentsResult Estimate(
        ItemResponses responses,
        PrincipalComponentsOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responses);
        options ??= new PrincipalComponentsOptions();
        ItemResponses used = responses.Checked(leastItems: 2).CompleteAtLeast(3).Varying();
        int items = used.Items.Count;
        int kept = Require.Between(options.Components ?? items, 1, items, nameof(options.Components));
        ItemCovariance covariance = ItemCovariance.Of(used);
        Matrix<double> correlations = covariance.Correlations();
        Evd<double> eigen = SymmetricEigen.Of(correlations, "responses");
        double[] eigenvalues = [.. eigen.EigenValues.Reverse().Select(value => Math.Max(0, value.Real))];
        Matrix<double> vectors = Turned(eigen.EigenVectors);
        Matrix<double> loadings = Matrix<double>.Build.Dense(
            items, items, (item, c) => vectors[item, c] * Math.Sqrt(eigenvalues[c]));
        return new PrincipalComponentsResult
        {
            Items = used.Items,
            Components = kept,
            Eigenvalues = eigenvalues,
            Shares = [.. eigenvalues.Select(value => value / items)],
            MinimumAveragePartial = AveragePartials(correlations, loadings, cancellationToken),
            Loadings = [.. loadings.SubMatrix(0, items, 0, kept).ToRowMajorArray()],
            Scores = Scores(responses, Standardised(responses, used, covariance), vectors, eigenvalues.AsSpan(0, kept)),
            Notes = ResponseNotes.Incomplete(responses, used),
            Provenance = new Provenance(
                "psychometrics.principal-components", FormattableString.Invariant($"components = {kept}"), Source),
        };
    }

    /// <summary>Puts the vectors into the order of falling eigenvalues and fixes their signs.</summary>
    private static Matrix<double> Turned(Matrix<double> vectors) => Matrix<double>.Build.DenseOfColumnVectors(
        vectors.EnumerateColumns().Reverse().Select(vector => Sums.Sum([.. vector]) < 0 ? -vector : vector));

    private static double[] AveragePartials(Matrix<double> correlations, Matrix<double> loadings, CancellationToken cancellationToken)
    {
        int items = correlations.RowCount;
        double[] averages = new double[items];
        Matrix<double> rest = correlations.Clone();
        for (int m = 0; m < items; m++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Vector<double> column = loadings.Column(m);
            rest -= column.OuterProduct(column);
            averages[m] = m == items - 1 ? double.NaN : MeanSquare(rest);
        }

        return averages;
    }

    private static double MeanSquare(Matrix<double> rest)
    {
        if (rest.Diagonal().Minimum() < 1e-12)
        {
            return double.NaN; // an item is already explained in full: nothing is left to correlate
        }

        int items = rest.RowCount;
        double[] squares = new double[items * (items - 1) / 2];
        for (int item = 1, pair = 0; item < items; item++)
        {
            for (int other = 0; other < item; other++, pair++)
            {
                squares[pair] = rest[item, other] * rest[item, other] / (rest[item, item] * rest[other, other]);
            }
        }

        return Sums.Mean(squares);
    }

    /// <summary>Standardises all answers by the mean and deviation of the respondents who were used.</summary>
    private static double[][] Standardised(ItemResponses responses, ItemResponses used, ItemCovariance covariance) =>
    [
        .. responses.Answers.Select((answers, item) =>
        {
            double mean = Sums.Mean(used.Answers[item]);
            double deviation = Math.Sqrt(covariance[item, item]);
            return answers.Select(answer => (answer - mean) / deviation).ToArray();
        }),
    ];

    private static double[][] Scores(ItemResponses responses, double[][] standard, Matrix<double> vectors, ReadOnlySpan<double> eigenvalues)
    {
        double[][] scores = new double[eigenvalues.Length][];
        for (int c = 0; c < scores.Length; c++)
        {
            scores[c] = new double[responses.Respondents];
            for (int row = 0; row < responses.Respondents; row++)
            {
                double score = 0;
                for (int item = 0; item < standard.Length; item++)
                {
                    score += vectors[item, c] * standard[item][row];
                }

                scores[c][row] = eigenvalues[c] > 1e-12 ? score / Math.Sqrt(eigenvalues[c]) : double.NaN;
            }
        }

        return scores;
    }
}
