using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>First-order autocorrelation of the residuals of a linear regression.</summary>
public static class DurbinWatsonStatistic
{
    internal const string Source = "Durbin & Watson 1950, doi:10.2307/2332391";

    /// <summary>Computes the statistic and its moments.</summary>
    /// <remarks>
    /// d = Σ (e_t − e_(t−1))²/Σ e_t², rows in their order: 2 without autocorrelation, near 0 with a strong positive one. With
    /// d = e'Ae/e'e and M = I − QQ', under independent normal errors E d = tr(MA)/(n − k) and
    /// Var d = 2 (tr(MAMA) − tr(MA)²/(n − k))/((n − k)(n − k + 2)); the p-value is that of a normal distribution with these
    /// moments, good from some 30 rows on. With a lagged outcome among the terms d leans towards 2.
    /// Cost: n·k². Source: Durbin and Watson 1950, doi:10.2307/2332391, section 3. Agrees with: lmtest 0.9-40 dwtest, the
    /// statistic relative 1e-9, the p-value its approximation for many rows.
    /// </remarks>
    /// <param name="sample">The observations in order.</param>
    /// <param name="options">Model and alternative.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The statistic.</returns>
    /// <exception cref="ArgumentException">A column is missing or there are too few rows.</exception>
    public static DurbinWatsonStatisticResult Estimate(
        RegressionSample sample, DurbinWatsonStatisticOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        LinearModel model = LinearModel.Of(sample, options.Model);
        double[] residuals = model.Numbers.Residuals;
        double[] steps = [.. residuals.Skip(1).Zip(residuals, (later, earlier) => later - earlier)];
        double statistic = Sums.Dot(steps, steps) / Sums.Dot(residuals, residuals);
        (double mean, double variance) = Moments(model.Numbers);

        // A small d is positive autocorrelation, so that the tails change sides.
        double z = (mean - statistic) / Math.Sqrt(variance);
        return new DurbinWatsonStatisticResult
        {
            Statistic = statistic,
            Expected = mean,
            Variance = variance,
            PValue = NormalTail.PValue(z, options.Alternative),
            Notes = model.Notes,
            Provenance = new Provenance(
                "econometrics.durbin-watson-statistic",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, alternative = {options.Alternative}"),
                Source),
        };
    }

    private static (double Mean, double Variance) Moments(LeastSquaresFit fit)
    {
        double n = fit.Rows;
        double left = n - fit.TermCount;
        Matrix<double> moved = Matrix<double>.Build.DenseOfColumns(
            Enumerable.Range(0, fit.TermCount).Select(term => SecondDifferences(fit.Q.Column(term))));
        Matrix<double> once = fit.Q.TransposeThisAndMultiply(moved);
        double trace = (2 * (n - 1)) - once.Trace();
        double square = (2 * ((3 * n) - 4)) - (2 * moved.TransposeThisAndMultiply(moved).Trace()) + (once * once).Trace();
        return (trace / left, 2 * (square - (trace * trace / left)) / (left * (left + 2)));
    }

    // A x, with x'Ax the sum of squared differences.
    private static double[] SecondDifferences(Vector<double> x)
    {
        double[] moved = new double[x.Count];
        for (int row = 1; row < moved.Length; row++)
        {
            double step = x[row] - x[row - 1];
            moved[row] += step;
            moved[row - 1] -= step;
        }

        return moved;
    }
}
