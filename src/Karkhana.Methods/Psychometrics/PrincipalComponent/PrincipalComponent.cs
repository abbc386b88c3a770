using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The first principal component of standardised variables.</summary>
public static class PrincipalComponent
{
    /// <summary>Estimates the component.</summary>
    /// <remarks>
    /// The eigenvector of the correlation matrix with the largest eigenvalue λ₁; loadings are turned so that their sum
    /// is not
    /// negative; scores are Σ loading·z, brought to variance 1. Respondents with a missing variable are scored NaN.
    /// Cost: n·k² + k³. Source: Hotelling 1933, doi:10.1037/h0071325. Agrees with: R prcomp(scale. = TRUE), relative
    /// 1e-9.
    /// </remarks>
    /// <param name="responses">At least two variables that vary.</param>
    /// <returns>Loadings, share of variance, and one score per respondent.</returns>
    /// <exception cref="ArgumentException">Fewer than two variables, a variable without variation, or fewer than three
    /// complete rows.</exception>
    public static PrincipalComponentResult Estimate(ItemResponses responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        ItemResponses complete = responses.Complete();
        Require.That(responses.Items.Count >= 2, nameof(responses), "must hold at least two variables");
        Require.That(complete.Respondents >= 3, nameof(responses), "must hold at least three complete rows");
        double[] means = [.. complete.Answers.Select(answers => Sums.Mean(answers))];
        int count = means.Length;
        ItemCovariance covariance = ItemCovariance.Of(complete);
        double[] deviations = [.. Enumerable.Range(0, count).Select(i => Math.Sqrt(covariance[i, i]))];
        Require.That(deviations.All(deviation => deviation > 0), nameof(responses), "must hold variables that vary");
        Matrix<double> correlations = Matrix<double>.Build.Dense(
            count, count, (i, j) => i == j ? 1 : covariance[i, j] / (deviations[i] * deviations[j]));
        var eigen = correlations.Evd(Symmetricity.Symmetric);
        double largest = eigen.EigenValues[count - 1].Real;
        double[] loadings = [.. eigen.EigenVectors.Column(count - 1)];
        double turn = Sums.Sum(loadings) < 0 ? -1 : 1;
        double[] scores = new double[responses.Respondents];
        for (int row = 0; row < scores.Length; row++)
        {
            double score = 0;
            for (int i = 0; i < count; i++)
            {
                score += turn * loadings[i] * (responses.Answers[i][row] - means[i]) / deviations[i];
            }

            scores[row] = score / Math.Sqrt(largest);
        }

        return new PrincipalComponentResult(
            responses.Items, [.. loadings.Select(loading => turn * loading)], largest / count, scores);
    }
}
