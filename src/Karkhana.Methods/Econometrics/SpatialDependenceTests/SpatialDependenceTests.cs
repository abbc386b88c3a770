using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.SparseMatrices;

namespace Karkhana.Methods.Econometrics;

/// <summary>Do the residuals of least squares go together among neighbours, and which spatial model would take that up.</summary>
public static class SpatialDependenceTests
{
    internal const string Source =
        "Cliff & Ord 1981, Spatial Processes; Anselin, Bera, Florax & Yoon 1996, doi:10.1016/0166-0462(95)02111-6";

    /// <summary>Runs the tests.</summary>
    /// <remarks>
    /// e the residuals, M = I − X(X'X)⁻¹X', S0 = Σ w. I = (n/S0) e'We/e'e with expectation (n/S0) tr MW/(n − k) and variance
    /// (n/S0)² (tr MWMW' + tr MWMW + (tr MW)²)/((n − k)(n − k + 2)) less the squared expectation, under normal errors. With s² = e'e/n,
    /// T = tr(W + W')W, d_e = e'We/s², d_l = e'Wy/s², J = ((WXb)'M(WXb))/s² + T: lm-error d_e²/T, lm-lag d_l²/J, lm-error-robust
    /// (d_e − d_l T/J)²/(T(1 − T/J)), lm-lag-robust (d_l − d_e)²/(J − T), sarma = lm-lag-robust + lm-error. All traces by products with W,
    /// no n × n matrix. Cost: links × k. Source: Cliff and Ord 1981, Spatial Processes, chapter 8; Anselin, Bera, Florax and Yoon 1996,
    /// doi:10.1016/0166-0462(95)02111-6. Agrees with: spdep 1.2 lm.morantest and lm.LMtests, relative 1e-7.
    /// </remarks>
    /// <param name="sample">The observations and their neighbours.</param>
    /// <param name="options">The model.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The tests.</returns>
    /// <exception cref="ArgumentException">A column is missing, the outcome does not vary, the terms determine it, or nobody has a
    /// neighbour.</exception>
    public static SpatialDependenceTestsResult Estimate(
        SpatialSample sample, SpatialDependenceTestsOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        SpatialDesign design = SpatialDesign.Build(sample, options.Model);
        LeastSquaresFit fit = LeastSquaresFit.Fit(design.Design);
        double squares = Sums.Dot(fit.Residuals, fit.Residuals);
        Require.That(squares > 1e-18 * Sums.Dot(fit.Design.Outcome, fit.Design.Outcome), "model", "must leave something over: the terms determine the outcome");
        (double expectation, double variance) = Moments(design, fit);
        double moran = fit.Rows / Sums.Sum(design.Weights.Values) * Sums.Dot(fit.Residuals, design.Weights.Multiply(fit.Residuals)) / squares;
        ModelTest[] tests = ScoreTests(design, fit, squares / fit.Rows);
        return new SpatialDependenceTestsResult
        {
            Moran = moran,
            MoranExpectation = expectation,
            MoranVariance = variance,
            Tests = tests,
            Rows = fit.Design.Rows,
            Notes = [.. design.Notes, .. Undefined(tests)],
            Provenance = new Provenance("econometrics.spatial-dependence-tests", $"outcome = {options.Model.Outcome}", Source),
        };
    }

    /// <summary>Gives expectation and variance of I, by the traces over the k columns of Q: M = I − QQ'.</summary>
    private static (double Expectation, double Variance) Moments(SpatialDesign design, LeastSquaresFit fit)
    {
        CsrMatrix weights = design.Weights;
        int k = fit.TermCount;
        double[][] q = [.. Enumerable.Range(0, k).Select(term => fit.Q.Column(term).ToArray())];
        double[][] lags = [.. q.Select(column => weights.Multiply(column))];
        double[][] backs = [.. q.Select(column => weights.TransposeMultiply(column))];
        (double trace, double square, double cross) = (0, weights.Inner(weights.Transposed()), weights.Inner(weights));
        for (int i = 0; i < k; i++)
        {
            trace -= Sums.Dot(q[i], lags[i]);
            square -= 2 * Sums.Dot(backs[i], lags[i]);
            cross -= Sums.Dot(lags[i], lags[i]) + Sums.Dot(backs[i], backs[i]);
            for (int j = 0; j < k; j++)
            {
                double there = Sums.Dot(q[i], lags[j]);
                square += there * Sums.Dot(q[j], lags[i]);
                cross += there * there;
            }
        }

        double degrees = fit.Rows - k;
        double scale = fit.Rows / Sums.Sum(weights.Values);
        double expectation = scale * trace / degrees;
        return (expectation, (scale * scale * (cross + square + (trace * trace)) / (degrees * (degrees + 2))) - (expectation * expectation));
    }

    private static ModelTest[] ScoreTests(SpatialDesign design, LeastSquaresFit fit, double variance)
    {
        CsrMatrix weights = design.Weights;
        double trace = weights.Inner(weights.Transposed()) + weights.Inner(weights);
        double[] fitted = [.. fit.Design.Outcome.Zip(fit.Residuals, (value, residual) => value - residual)];
        LeastSquaresFit moved = LeastSquaresFit.Fit(fit.Design.With(fit.Design.Columns, weights.Multiply(fitted)));
        double spread = (Sums.Dot(moved.Residuals, moved.Residuals) / variance) + trace;
        double error = Sums.Dot(fit.Residuals, weights.Multiply(fit.Residuals)) / variance;
        double lag = Sums.Dot(fit.Residuals, design.LaggedOutcome) / variance;
        double own = error - (trace / spread * lag);
        double rest = spread - trace;
        bool apart = rest > 1e-10 * spread;
        double lagRobust = (lag - error) * (lag - error) / rest;
        return
        [
            ModelTest.ChiSquared(error * error / trace, 1),
            ModelTest.ChiSquared(lag * lag / spread, 1),
            apart ? ModelTest.ChiSquared(own * own / (trace * (1 - (trace / spread))), 1) : ModelTest.Undefined,
            apart ? ModelTest.ChiSquared(lagRobust, 1) : ModelTest.Undefined,
            apart ? ModelTest.ChiSquared(lagRobust + (error * error / trace), 2) : ModelTest.Undefined,
        ];
    }

    private static IEnumerable<Note> Undefined(ModelTest[] tests) => tests[^1] != ModelTest.Undefined
        ? []
        : [new Note("tests-not-apart", Severity.Warning,
            "The terms determine the spatial lag of the fitted values: a spatial lag and spatial errors cannot be told apart, and the robust tests are not defined.")];
}
