using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Whether a correlation matrix is fit for factoring.</summary>
public static class SamplingAdequacy
{
    internal const string Source =
        "Kaiser 1974, doi:10.1007/BF02291575; Bartlett 1951, doi:10.1093/biomet/38.3-4.337; Guttman 1953, doi:10.1007/BF02289264";

    /// <summary>Computes the Kaiser-Meyer-Olkin index, Bartlett's test and the squared multiple
    /// correlations.</summary>
    /// <remarks>
    /// R correlation matrix of p items and n respondents, q_ij = −(R⁻¹)_ij/√((R⁻¹)_ii (R⁻¹)_jj) the partial correlation
    /// given all other items. KMO = Σr²/(Σr² + Σq²) over i ≠ j, per item over its row. Bartlett: −(n − 1 − (2p + 5)/6)
    /// ln|R|, chi-square with p(p − 1)/2 degrees under independent normal items. smc_j = 1 − 1/(R⁻¹)_jj. Respondents
    /// with a missing answer are left out. Unless R is positive definite all statistics are NaN and a note says why. An
    /// item without any correlation has no index, 0/0. With polychoric correlations Bartlett's distribution does not
    /// hold; its p-value is NaN.
    /// Cost: n·p² + p³.
    /// Source: Kaiser 1974, doi:10.1007/BF02291575; Bartlett 1951, doi:10.1093/biomet/38.3-4.337; Guttman 1953,
    /// doi:10.1007/BF02289264.
    /// Agrees with: psych KMO(), cortest.bartlett(), smc(), relative 1e-8.
    /// </remarks>
    /// <param name="responses">Answers to at least two items that vary.</param>
    /// <param name="options">The correlation analysed.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The indices; NaN when the matrix is not positive definite.</returns>
    /// <exception cref="ArgumentException">Fewer than two items, fewer than three complete respondents, or an item that
    /// does not vary.</exception>
    public static SamplingAdequacyResult Estimate(
        ItemResponses responses,
        SamplingAdequacyOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(responses);
        options ??= new SamplingAdequacyOptions();
        ItemResponses used = responses.Checked(leastItems: 2).CompleteAtLeast(3).Varying();
        int items = used.Items.Count;
        Matrix<double> correlations = ItemCorrelations.Of(used, options.Correlation, cancellationToken);
        Matrix<double>? inverse = ItemCorrelations.Inverse(correlations);
        double[] undefined = [.. Enumerable.Repeat(double.NaN, items)];
        double[] own = [.. Enumerable.Range(0, items).Select(item => SquaresBeside(item, other => correlations[item, other], items))];
        double[] partial = inverse is null ? undefined : [.. Enumerable.Range(0, items).Select(item =>
            SquaresBeside(item, other => inverse[item, other] / Math.Sqrt(inverse[item, item] * inverse[other, other]), items))];
        double statistic = inverse is null
            ? double.NaN
            : -(used.Respondents - 1 - (((2 * items) + 5) / 6.0)) * LogDeterminant(correlations);
        double degrees = items * (items - 1) / 2.0;
        return new SamplingAdequacyResult
        {
            Items = used.Items,
            KaiserMeyerOlkin = Sums.Sum(own) / (Sums.Sum(own) + Sums.Sum(partial)),
            Statistic = statistic,
            DegreesOfFreedom = degrees,
            PValue = options.Correlation == ItemCorrelation.Pearson && inverse is not null
                ? ChiSquare.UpperTail(statistic, degrees)
                : double.NaN,
            ItemAdequacy = [.. own.Zip(partial, (r, q) => r / (r + q))],
            SquaredMultipleCorrelations = ItemCorrelations.SquaredMultipleCorrelations(correlations) ?? undefined,
            Notes = [.. ResponseNotes.Incomplete(responses, used), .. inverse is null ? ResponseNotes.NoInverse(correlations) : []],
            Provenance = new Provenance("psychometrics.sampling-adequacy", $"correlation = {options.Correlation}", Source),
        };
    }

    private static double SquaresBeside(int item, Func<int, double> correlation, int items)
    {
        double[] values = [.. Enumerable.Range(0, items).Where(other => other != item).Select(correlation)];
        return Sums.Dot(values, values);
    }

    private static double LogDeterminant(Matrix<double> correlations) =>
        Sums.Sum([.. ItemCorrelations.Eigenvalues(correlations).Select(value => Math.Log(value))]);
}
