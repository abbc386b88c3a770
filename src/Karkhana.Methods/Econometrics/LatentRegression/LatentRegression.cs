using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Draws plausible true scores from observed ones, given the other variables of the model they will enter.</summary>
public static class LatentRegression
{
    private const double LeastShareTrue = 0.01;

    /// <summary>Draws once.</summary>
    /// <remarks>
    /// Observed score = true score + error with a known variance v; true score = z'b + u, var u = τ². With the regression of
    /// the observed score on z: τ² = s² − mean v (at least 1 % of s²); b is drawn from N(b̂, s²(Z'Z)⁻¹); the true score is then
    /// drawn from N(z'b + κ(score − z'b), κv) with κ = τ²/(τ² + v). Draws made without z would shrink every later
    /// coefficient of z by the reliability; these do not. Cost: n·k². Source: Mislevy 1991, doi:10.1007/BF02294457; von Davier,
    /// Gonzalez and Mislevy 2009, IERI Monograph 2:9-36. Agrees with: least squares on the observed score, in the mean over
    /// draws and in the total variance by Rubin's rules.
    /// </remarks>
    /// <param name="sample">The observed score and the other variables, in any unit.</param>
    /// <param name="model">The observed score as outcome, the other variables as terms.</param>
    /// <param name="errorVariances">v of each row, in the squared unit of the score, zero or greater.</param>
    /// <param name="stream">Where the draws come from.</param>
    /// <returns>One plausible true score per row; NaN for rows that are not complete.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a variance is negative, or the regression cannot be run.</exception>
    public static double[] Estimate(
        RegressionSample sample, ModelSpecification model, IReadOnlyList<double> errorVariances, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(errorVariances);
        ArgumentNullException.ThrowIfNull(stream);
        Require.SameLength(sample.Data.RowCount, errorVariances.Count, nameof(errorVariances));
        DesignMatrix design = DesignMatrix.Build(sample, model);
        LeastSquaresFit fit = LeastSquaresFit.Fit(design);
        double[] errors = [.. design.Rows.Select(row => errorVariances[row])];
        Require.That(errors.All(error => error >= 0), nameof(errorVariances), "must be zero or greater");
        double variance = Sums.Dot(fit.Residuals, fit.Residuals) / (fit.Rows - fit.TermCount);
        double trueVariance = Math.Max(variance - Sums.Mean(errors), LeastShareTrue * variance);
        Vector<double> estimates = Vector<double>.Build.DenseOfArray(fit.Estimates)
            + (Math.Sqrt(variance) * fit.Unwhiten([.. Enumerable.Range(0, fit.TermCount).Select(_ => stream.NextGaussian())]));
        double[] drawn = new double[sample.Data.RowCount];
        Array.Fill(drawn, double.NaN);
        for (int i = 0; i < design.Rows.Length; i++)
        {
            double expected = 0;
            for (int term = 0; term < fit.TermCount; term++)
            {
                expected += design.Columns[term][i] * estimates[term];
            }

            double share = trueVariance / (trueVariance + errors[i]);
            double noise = Math.Sqrt(share * errors[i]) * stream.NextGaussian();
            drawn[design.Rows[i]] = expected + (share * (design.Outcome[i] - expected)) + noise;
        }

        return drawn;
    }
}
