using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Regression on the own terms and on those of the neighbours.</summary>
public static class SpatiallyLaggedRegressors
{
    internal const string Source = "Halleck Vega & Elhorst 2015, doi:10.1111/jors.12188";

    /// <summary>Estimates the model by least squares.</summary>
    /// <remarks>
    /// y = Xb + WXg + e; the lag of a term is named lag_term, the constant is not lagged. Direct impact b_k, indirect g_k (in the model,
    /// over the mean of the neighbours), total b_k + g_k with its standard error from the covariance. No likelihood and no inverse: the
    /// simplest model in which neighbours matter, and the first to try (Halleck Vega and Elhorst). Units without neighbours have lags of 0.
    /// Cost: that of least squares. Source: Halleck Vega and Elhorst 2015, doi:10.1111/jors.12188. Agrees with: spatialreg 1.2-6
    /// lmSLX, relative 1e-7.
    /// </remarks>
    /// <param name="sample">The observations and their neighbours.</param>
    /// <param name="options">Model, covariance, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The regression and its impacts.</returns>
    /// <exception cref="ArgumentException">A column is missing, the outcome does not vary, or nobody has a neighbour.</exception>
    public static SpatiallyLaggedRegressorsResult Estimate(
        SpatialSample sample, SpatiallyLaggedRegressorsOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        SpatialDesign design = SpatialDesign.Build(sample, options.Model, laggedTerms: true);
        LeastSquaresFit fit = LeastSquaresFit.Fit(design.Design);
        double degrees = fit.Rows - fit.TermCount;
        Matrix<double> middle = options.Covariance == CovarianceEstimator.Classical
            ? Matrix<double>.Build.DenseIdentity(fit.TermCount) * (Sums.Dot(fit.Residuals, fit.Residuals) / degrees)
            : HeteroskedasticKernel.Middle(fit, options.Covariance);
        Matrix<double> covariance = fit.Covariance(middle);
        return new SpatiallyLaggedRegressorsResult
        {
            Coefficients = new CoefficientTable(
                fit.Design.Terms, fit.Estimates, [.. covariance.Diagonal().Select(Math.Sqrt)], [.. Enumerable.Repeat(degrees, fit.TermCount)], options.Level),
            Impacts = ImpactsOf(design, fit, covariance, options.Level),
            Covariance = covariance.ToRowMajorArray(),
            Fit = GoodnessOfFit.Of(fit),
            Residuals = fit.Residuals,
            Rows = fit.Design.Rows,
            Notes = design.Notes,
            Provenance = new Provenance(
                "econometrics.spatially-lagged-regressors",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    private static ImpactTable ImpactsOf(SpatialDesign design, LeastSquaresFit fit, Matrix<double> covariance, double level)
    {
        string[] terms = fit.Design.Terms;
        int[] own = [.. Enumerable.Range(0, design.OwnTerms).Where(term => fit.Design.TermOf[term] >= 0)];
        int[] lag = [.. own.Select(term => Array.IndexOf(terms, SpatialDesign.LagName(terms[term]), design.OwnTerms))];
        double[] direct = [.. own.Select(term => fit.Estimates[term])];
        double[] indirect = [.. lag.Select(term => term < 0 ? 0 : fit.Estimates[term])];
        double[] total = [.. direct.Zip(indirect, (a, b) => a + b)];
        double[] directErrors = [.. own.Select(term => Math.Sqrt(covariance[term, term]))];
        double[] indirectErrors = [.. lag.Select(term => term < 0 ? 0 : Math.Sqrt(covariance[term, term]))];
        double[] totalErrors = [.. own.Zip(lag, (a, b) => Math.Sqrt(
            covariance[a, a] + (b < 0 ? 0 : covariance[b, b] + (2 * covariance[a, b]))))];
        double reach = StudentT.Quantile((1 + level) / 2, fit.Rows - fit.TermCount);
        return new ImpactTable(
            [.. own.Select(term => terms[term])], direct, indirect, total, directErrors, indirectErrors, totalErrors, Limits(-reach), Limits(reach));

        double[] Limits(double times) => [.. own.SelectMany((_, i) => (double[])
            [direct[i] + (times * directErrors[i]), indirect[i] + (times * indirectErrors[i]), total[i] + (times * totalErrors[i])])];
    }
}
