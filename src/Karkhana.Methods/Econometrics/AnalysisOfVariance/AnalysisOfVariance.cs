using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>What each term of a linear regression explains beyond those before it.</summary>
public static class AnalysisOfVariance
{
    internal const string Source = "Fisher 1925, Statistical Methods for Research Workers";

    /// <summary>Splits the sum of squares term by term, in the order of the model.</summary>
    /// <remarks>
    /// Sequential (type I): the sum of squares of a term is what the residual sum of squares loses when it is added after the
    /// earlier terms, Σ (q_j'y)² over its columns of Q in X = QR. F = mean square over residual mean square. With unbalanced
    /// data the order of the terms matters. Assumes independent errors of one variance. Cost: n·k².
    /// Source: Fisher 1925, Statistical Methods for Research Workers, chapter 7. Agrees with: R 4.2 anova(lm), relative 1e-9.
    /// </remarks>
    /// <param name="sample">The observations.</param>
    /// <param name="options">The model.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>One row per term, then the residuals.</returns>
    /// <exception cref="ArgumentException">A column is missing or there are too few rows.</exception>
    public static AnalysisOfVarianceResult Estimate(
        RegressionSample sample, RegressionModelOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        LinearModel model = LinearModel.Of(sample, options.Model);
        LeastSquaresFit fit = model.Numbers;
        Vector<double> shares = fit.Q.TransposeThisAndMultiply(fit.Design.WeightedOutcome());
        double[] squares = new double[options.Model.Terms.Count + 1];
        int[] degrees = new int[squares.Length];
        for (int column = 0; column < fit.TermCount; column++)
        {
            int term = fit.Design.TermOf[column];
            if (term >= 0)
            {
                squares[term] += shares[column] * shares[column];
                degrees[term]++;
            }
        }

        (squares[^1], degrees[^1]) = (Sums.Dot(fit.Residuals, fit.Residuals), fit.Rows - fit.TermCount);
        double[] means = [.. squares.Zip(degrees, (square, df) => df == 0 ? double.NaN : square / df)];
        ModelTest[] tests = [.. means.Zip(degrees, (mean, df) => ModelTest.F(mean / means[^1], df, degrees[^1]))];
        tests[^1] = ModelTest.Undefined;
        return new AnalysisOfVarianceResult
        {
            Terms = [.. options.Model.Terms, AnalysisOfVarianceResult.Residual],
            DegreesOfFreedom = degrees,
            SumsOfSquares = squares,
            MeanSquares = means,
            Tests = tests,
            Notes = model.Notes,
            Provenance = new Provenance(
                "econometrics.analysis-of-variance", FormattableString.Invariant($"outcome = {options.Model.Outcome}"), Source),
        };
    }
}
