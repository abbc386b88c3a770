using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.SparseMatrices;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Regression whose errors go together among neighbours, without a likelihood.</summary>
public static class SpatialErrorMoments
{
    internal const string Source = "Kelejian & Prucha 1999, doi:10.1111/1468-2354.00027";

    private const double Real = 1e-9;

    /// <summary>Estimates the model by generalised moments.</summary>
    /// <remarks>
    /// y = Xb + u, u = λWu + e. With the residuals u of least squares, v = Wu, w = Wv, the moments of e, We and of both give
    /// u'u = 2λu'v − λ²v'v + nσ², v'v = 2λw'v − λ²w'w + σ² tr W'W, u'v = λ(u'w + v'v) − λ²v'w; λ and σ² minimise the squares of the three
    /// distances, each over n. For given λ the best σ² is linear, what is left is a polynomial of degree four in λ, and its least value is
    /// found from the roots of its derivative: no starting value, no local minimum. Then least squares of (I − λW)y on (I − λW)X, with
    /// standard errors as if λ were known (s² = e'e/(n − k)). λ has no standard error here. Cost: links. Source: Kelejian and Prucha 1999,
    /// doi:10.1111/1468-2354.00027. Agrees with: spatialreg 1.2-6 GMerrorsar, relative 2e-3 (its optimiser).
    /// </remarks>
    /// <param name="sample">The observations and their neighbours.</param>
    /// <param name="options">Model, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">A column is missing, the outcome does not vary, the terms determine it, or nobody or everybody is a
    /// neighbour.</exception>
    public static SpatialErrorMomentsResult Estimate(
        SpatialSample sample, SpatialErrorMomentsOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        SpatialDesign design = SpatialDesign.Build(sample, options.Model);
        design.RefuseCompleteWeights();
        LeastSquaresFit plain = LeastSquaresFit.Fit(design.Design);
        double squares = Sums.Dot(plain.Residuals, plain.Residuals);
        Require.That(squares > 1e-18 * Sums.Dot(design.Design.Outcome, design.Design.Outcome), "model", "must leave something over: the terms determine the outcome");
        (double lambda, double sigma2) = Solve(design.Weights, plain.Residuals);
        double[][] terms = [.. design.Design.Columns.Select(column => design.Filtered(column, lambda))];
        LeastSquaresFit fit = LeastSquaresFit.Fit(design.Design.With(terms, design.Filtered(design.Design.Outcome, lambda)));
        double degrees = fit.Rows - fit.TermCount;
        Matrix<double> covariance = fit.Covariance(Matrix<double>.Build.DenseIdentity(fit.TermCount) * (Sums.Dot(fit.Residuals, fit.Residuals) / degrees));
        return new SpatialErrorMomentsResult
        {
            Coefficients = new CoefficientTable(
                fit.Design.Terms, fit.Estimates, [.. covariance.Diagonal().Select(Math.Sqrt)], [.. Enumerable.Repeat(degrees, fit.TermCount)], options.Level),
            Covariance = covariance.ToRowMajorArray(),
            Lambda = lambda,
            Sigma2 = sigma2,
            Residuals = fit.Residuals,
            Rows = fit.Design.Rows,
            Notes = [.. design.Notes, .. Outside(lambda)],
            Provenance = new Provenance(
                "econometrics.spatial-error-moments",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, level = {options.Level}"),
                Source),
        };
    }

    /// <summary>Finds λ and σ² from residuals.</summary>
    internal static (double Lambda, double Sigma2) Solve(CsrMatrix weights, double[] residuals)
    {
        double n = residuals.Length;
        double[] once = weights.Multiply(residuals);
        double[] twice = weights.Multiply(once);
        Vector<double> known = Of(Sums.Dot(residuals, residuals), Sums.Dot(once, once), Sums.Dot(residuals, once));
        Vector<double> byLambda = Of(2 * known[2] * n, 2 * Sums.Dot(twice, once), Sums.Dot(residuals, twice) + (known[1] * n));
        Vector<double> bySquare = Of(-known[1] * n, -Sums.Dot(twice, twice), -Sums.Dot(once, twice));
        Vector<double> byVariance = Of(n, weights.Inner(weights), 0);
        Vector<double> direction = byVariance.Normalize(2);
        Vector<double> g = Without(known);
        Vector<double> a = Without(byLambda);
        Vector<double> b = Without(bySquare);
        Require.That(b.L2Norm() > 0, "model", "must leave residuals whose spatial lags vary: without that lambda cannot be estimated");
        (System.Numerics.Complex, System.Numerics.Complex, System.Numerics.Complex) roots = FindRoots.Cubic(
            g.DotProduct(a), (2 * g.DotProduct(b)) - a.DotProduct(a), -3 * a.DotProduct(b), -2 * b.DotProduct(b));
        double[] real = [.. new[] { roots.Item1, roots.Item2, roots.Item3 }
            .Where(root => Math.Abs(root.Imaginary) <= Real * (1 + Math.Abs(root.Real))).Select(root => root.Real)];
        double[] stable = [.. real.Where(root => Math.Abs(root) < 1)];
        double lambda = (stable.Length > 0 ? stable : real).MinBy(root => (g - (a * root) - (b * root * root)).L2Norm());
        return (lambda, byVariance.DotProduct(known - (byLambda * lambda) - (bySquare * lambda * lambda)) / byVariance.DotProduct(byVariance));

        Vector<double> Of(double first, double second, double third) => Vector<double>.Build.Dense([first / n, second / n, third / n]);

        Vector<double> Without(Vector<double> moment) => moment - (direction * direction.DotProduct(moment));
    }

    private static IEnumerable<Note> Outside(double lambda) => Math.Abs(lambda) < 1
        ? []
        : [new Note("explosive", Severity.Error, FormattableString.Invariant(
            $"Lambda is {lambda:0.###}, not between −1 and 1: the moments fit no stable model. Reject it."))];
}
