using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Correlations of all pairs of items.</summary>
public static class CorrelationMatrix
{
    internal const string Source =
        "Kendall 1938, doi:10.1093/biomet/30.1-2.81; Knight 1966, doi:10.1080/01621459.1966.10480879; Spearman 1904, doi:10.2307/1412159";

    /// <summary>Computes the matrix.</summary>
    /// <remarks>
    /// Pearson: r = Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)² Σ(y − ȳ)²). Spearman: r of average ranks. Kendall: τ_b = (C − D)/√((C
    /// + D + T_x)(C + D + T_y)) with C concordant and D discordant pairs of respondents, T_x and T_y those tied in one
    /// item only. Missing answers: respondents with a gap are left out of all pairs (complete) or of the pairs
    /// concerned (pairwise). NaN for an item that does not vary and for a pair that fewer than two respondents
    /// answered, with a note.
    /// Cost: pearson k²n; spearman k n log n + k²n; kendall k² n log n, k items, n respondents; pairs on all workers.
    /// Source: Kendall 1938, doi:10.1093/biomet/30.1-2.81; Knight 1966, doi:10.1080/01621459.1966.10480879 (counting in
    /// n log n); Spearman 1904, doi:10.2307/1412159.
    /// Agrees with: R cor(), relative 1e-9.
    /// </remarks>
    /// <param name="responses">Answers to at least two items.</param>
    /// <param name="options">Coefficient and use of incomplete answers.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The coefficients and the respondents behind each.</returns>
    /// <exception cref="ArgumentException">Fewer than two items, an answer beyond 1e100, or fewer than two complete
    /// respondents.</exception>
    public static CorrelationMatrixResult Estimate(
        ItemResponses responses,
        CorrelationMatrixOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responses);
        options ??= new CorrelationMatrixOptions();
        responses.Checked(leastItems: 2);
        ItemResponses used = options.Missing == MissingAnswers.Complete ? responses.CompleteAtLeast(2) : responses;
        double[][] matrices = ItemPairsJob.Compute(
            used.Items.Count, [1, double.NaN], PairsOf(used, options), execution, cancellationToken);
        for (int item = 0; item < used.Items.Count; item++)
        {
            int diagonal = item * (used.Items.Count + 1);
            matrices[0][diagonal] = used.Varies(item) ? 1 : double.NaN;
            matrices[1][diagonal] = used.Answers[item].Count(answer => !double.IsNaN(answer));
        }

        return new CorrelationMatrixResult
        {
            Items = used.Items,
            Estimates = matrices[0],
            Respondents = matrices[1],
            Notes =
            [
                .. ResponseNotes.Incomplete(responses, used),
                .. ResponseNotes.NoVariation(used),
                .. NotAnswered(matrices[1]),
                .. options.Missing == MissingAnswers.Pairwise
                    ? ResponseNotes.Indefinite(Matrix<double>.Build.DenseOfRowMajor(used.Items.Count, used.Items.Count, matrices[0]))
                    : [],
            ],
            Provenance = new Provenance(
                "psychometrics.correlation-matrix", $"method = {options.Method}, missing = {options.Missing}", Source),
        };
    }

    private static ItemPairsJob.PairEstimator PairsOf(ItemResponses used, CorrelationMatrixOptions options)
    {
        if (options.Missing == MissingAnswers.Pairwise)
        {
            return (item, other, result) =>
            {
                ItemResponses pair = used.Pair(item, other);
                result[0] = pair.Respondents < 2 ? double.NaN : OfPair(pair, options.Method);
                result[1] = pair.Respondents;
            };
        }

        if (options.Method == CorrelationCoefficient.KendallTauB)
        {
            return (item, other, result) =>
                (result[0], result[1]) = (KendallTau.Of(used.Answers[item], used.Answers[other]), used.Respondents);
        }

        ItemCovariance covariance = CovarianceOf(used, options.Method);
        return (item, other, result) => (result[0], result[1]) = (covariance.Correlation(item, other), used.Respondents);
    }

    private static double OfPair(ItemResponses pair, CorrelationCoefficient method) => method == CorrelationCoefficient.KendallTauB
        ? KendallTau.Of(pair.Answers[0], pair.Answers[1])
        : CovarianceOf(pair, method).Correlation(0, 1);

    private static ItemCovariance CovarianceOf(ItemResponses complete, CorrelationCoefficient method) => ItemCovariance.Of(
        method == CorrelationCoefficient.Spearman ? complete with { Answers = [.. complete.Answers.Select(Ranks.Of)] } : complete);

    private static Note[] NotAnswered(double[] respondents)
    {
        int pairs = respondents.Count(count => count < 2) / 2;
        return pairs == 0
            ? []
            : [new Note("pairs-not-answered", Severity.Warning, FormattableString.Invariant(
                $"{pairs} pairs of items were answered by fewer than two respondents and have no correlation."))];
    }
}
