using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Regression whose errors go together among neighbours.</summary>
public static class SpatialErrorRegression
{
    internal const string Source =
        "Ord 1975, doi:10.1080/01621459.1975.10480272; Anselin 1988, Spatial Econometrics; Pace & LeSage 2008, doi:10.1016/j.econlet.2008.09.003";

    /// <summary>Estimates the model by maximum likelihood.</summary>
    /// <remarks>
    /// y = Xb + u, u = λWu + e, e normal with one variance; the rows of W add up to 1. Determinant, search and standard errors as in
    /// <see cref="SpatialLagRegression"/>: b by least squares of (I − λW)y on (I − λW)X; Var λ from tr H² + tr H'H and tr H with
    /// H = W(I − λW)⁻¹. Hausman's test compares b with least squares: both are consistent if the model is right, so a difference beyond
    /// chance speaks against it; d'(V_ols − V)⁻¹d with V_ols = σ²(X'X)⁻¹X'ΩX(X'X)⁻¹, Ω = ((I − λW)'(I − λW))⁻¹. Cost: that of the lag
    /// model. Source: Ord 1975, doi:10.1080/01621459.1975.10480272; Anselin 1988, Spatial Econometrics, chapter 6; Pace and LeSage
    /// 2008, doi:10.1016/j.econlet.2008.09.003. Agrees with: spatialreg 1.2-6 errorsarlm, relative 2e-4 (its optimiser).
    /// </remarks>
    /// <param name="sample">The observations and their neighbours.</param>
    /// <param name="options">Model, level.</param>
    /// <param name="execution">Workers for determinants and traces; the results do not depend on it.</param>
    /// <param name="cancellationToken">Looked at between factorisations.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">A column is missing, the outcome does not vary, or nobody or everybody is a
    /// neighbour.</exception>
    public static SpatialErrorRegressionResult Estimate(
        SpatialSample sample, SpatialErrorRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        SpatialDesign design = SpatialDesign.Build(sample, options.Model);
        AutoregressiveEstimate estimate = AutoregressiveEstimate.Of(design, withLag: false, withErrors: true, execution, cancellationToken);
        AutoregressiveCovariance covariance = AutoregressiveCovariance.Of(estimate, execution, cancellationToken);
        return new SpatialErrorRegressionResult
        {
            Model = estimate.ToModel(covariance, options.Level),
            Hausman = Hausman(estimate, cancellationToken),
            Notes = [.. design.Notes, .. estimate.Notes],
            Provenance = new Provenance(
                "econometrics.spatial-error-regression",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, level = {options.Level}"),
                Source),
        };
    }

    private static ModelTest Hausman(AutoregressiveEstimate estimate, CancellationToken cancellationToken)
    {
        LeastSquaresFit plain = LeastSquaresFit.Fit(estimate.Design.Design);
        SparseMatrices.AutoregressiveInverse inverse = estimate.Matrix.At(estimate.Lambda, cancellationToken)!;
        double[][] turned = [.. Enumerable.Range(0, plain.TermCount).Select(term => inverse.SolveTransposed(plain.Q.Column(term).ToArray()))];
        Matrix<double> middle = Matrix<double>.Build.Dense(turned.Length, turned.Length, (i, j) => Sums.Dot(turned[i], turned[j]));
        Matrix<double> spread = plain.Covariance(middle) - estimate.Fit.Covariance(Matrix<double>.Build.DenseIdentity(turned.Length));
        Vector<double> difference = Vector<double>.Build.Dense(plain.Estimates) - Vector<double>.Build.Dense(estimate.Fit.Estimates);
        double statistic = difference.DotProduct(spread.Svd().Solve(difference)) / estimate.Sigma2;
        return statistic >= 0 && spread.ConditionNumber() < 1e12 ? ModelTest.ChiSquared(statistic, turned.Length) : ModelTest.Undefined;
    }
}
