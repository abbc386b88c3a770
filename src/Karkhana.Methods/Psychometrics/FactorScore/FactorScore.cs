using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Scores of respondents on the one factor of their answers.</summary>
public static class FactorScore
{
    internal const string Source =
        "Thomson 1939, The Factorial Analysis of Human Ability; Bartlett 1937, doi:10.1111/j.2044-8295.1937.tb00863.x";

    /// <summary>Estimates a one-factor model and scores the respondents on it.</summary>
    /// <remarks>
    /// z the standardised items (n − 1), R their correlation matrix, l and U loadings and uniquenesses of the
    /// maximum-likelihood model with one factor, Σl ≥ 0. Regression: l′R⁻¹z; Bartlett: (l′U⁻¹l)⁻¹l′U⁻¹z. Respondents with a
    /// missing answer take no part in the estimates and are scored NaN. Assumes one factor, more respondents than items,
    /// and linearly independent items. Scores hold error: their variance is not that of the factor, and regressions on
    /// them are attenuated.
    /// Cost: n·p², then about ten eigenvalue decompositions (p³).
    /// Source: Thomson 1939, The Factorial Analysis of Human Ability; Bartlett 1937, doi:10.1111/j.2044-8295.1937.tb00863.x.
    /// Agrees with: R factanal(scores), absolute 1e-5.
    /// </remarks>
    /// <param name="responses">Answers to at least three items.</param>
    /// <param name="options">Regression or Bartlett.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between starts.</param>
    /// <returns>Loadings, and one score per respondent.</returns>
    /// <exception cref="ArgumentException">Fewer than three items, an item does not vary, or too few respondents.</exception>
    public static FactorScoreResult Estimate(
        ItemResponses responses, FactorScoreOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new FactorScoreOptions();
        FactorSample sample = FactorSample.Of(responses, leastItems: 3);
        sample.RequirePositiveDefinite("factor scores");
        FactorSolution solution = FactorExtraction.Of(
            sample.Correlations, 1, FactorEstimator.Ml, Starts.OfOneFactor, cancellationToken);
        Vector<double> loadings = solution.Loadings.Column(0);
        return new FactorScoreResult
        {
            Items = responses.Items,
            Loadings = [.. loadings],
            Scores = Scores(responses, sample, Weights(sample, solution, options.Method)),
            Notes = [.. sample.Notes, .. FactorNotes.Of(solution, responses.Items)],
            Provenance = new Provenance("psychometrics.factor-score", $"method = {options.Method}", Source),
        };
    }

    private static double[] Weights(FactorSample sample, FactorSolution solution, FactorScoreMethod method)
    {
        Vector<double> loadings = solution.Loadings.Column(0);
        if (method == FactorScoreMethod.Regression)
        {
            return [.. sample.Correlations.Solve(loadings)];
        }

        double[] own = [.. loadings.Select((loading, item) => loading / solution.Uniqueness[item])];
        double information = Sums.Dot(own, loadings.ToArray());
        return [.. own.Select(weight => weight / information)];
    }

    private static double[] Scores(ItemResponses responses, FactorSample sample, double[] weights)
    {
        double[] means = [.. sample.Complete.Answers.Select(answers => Sums.Mean(answers))];
        double[] slopes = [.. weights.Select((weight, item) => weight / Math.Sqrt(sample.Covariances[item, item]))];
        double[] scores = new double[responses.Respondents];
        for (int item = 0; item < slopes.Length; item++)
        {
            for (int row = 0; row < scores.Length; row++)
            {
                scores[row] += slopes[item] * (responses.Answers[item][row] - means[item]);
            }
        }

        return scores;
    }
}
