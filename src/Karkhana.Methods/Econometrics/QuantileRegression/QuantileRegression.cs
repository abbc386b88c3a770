using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Linear regression of a quantile of the outcome.</summary>
public static class QuantileRegression
{
    internal const string Source = "Koenker & Bassett 1978, doi:10.2307/1913643; Hendricks & Koenker 1992, doi:10.2307/2290467";

    private const double ManyCrossing = 0.05;

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// Least Σ w_i ρ_τ(y_i − x_i'b), ρ_τ(u) = u (τ − 1(u &lt; 0)), an exact vertex of the linear programme, by descent along its
    /// edges (see the page). Where several vertices are as good, one of them, and a note says so. Errors: Hendricks and
    /// Koenker's sandwich with a density for each row, t with n − k degrees of freedom; they are rough below some 50 rows.
    /// Cost: (n·k + n log n) a step, three fits of some tens to hundreds of steps.
    /// Source: Koenker and Bassett 1978, doi:10.2307/1913643; Koenker and d'Orey 1987, doi:10.2307/2347802; Hendricks and
    /// Koenker 1992, doi:10.2307/2290467. Agrees with: quantreg 5.94 rq (br), estimates and objective relative 1e-9.
    /// </remarks>
    /// <param name="sample">The observations.</param>
    /// <param name="options">Model, quantile, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Stops the search, between steps.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">A column is missing or there are too few rows.</exception>
    public static QuantileRegressionResult Estimate(
        RegressionSample sample, QuantileRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        LeastSquaresFit start = LinearModel.Of(sample, options.Model).Numbers;

        // ρ of a row times its weight is ρ of the row times its weight: rows are scaled by the weight, not by its root.
        LeastSquaresFit fit = sample.Weights is null ? start : LeastSquaresFit.Fit(start.Design.Weighted(weight => weight * weight));
        QuantileVertex vertex = QuantileSimplex.Solve(fit, options.Quantile, cancellationToken);
        (Matrix<double> covariance, double crossing) = QuantileSandwich.Of(fit, options.Quantile, cancellationToken);
        double[] residuals = Residuals(start.Design, vertex.Estimates);
        return new QuantileRegressionResult
        {
            Coefficients = new CoefficientTable(
                start.Design.Terms,
                vertex.Estimates,
                [.. covariance.Diagonal().Select(Math.Sqrt)],
                [.. Enumerable.Repeat((double)(start.Rows - start.TermCount), start.TermCount)],
                options.Level),
            Covariance = covariance.ToRowMajorArray(),
            Objective = Objective(residuals, start.Design.Weights, options.Quantile),
            Residuals = residuals,
            Rows = start.Design.Rows,
            Notes = [.. DesignNotes.Of(start.Design), .. VertexNotes(vertex, crossing)],
            Provenance = new Provenance(
                "econometrics.quantile-regression",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, quantile = {options.Quantile}, level = {options.Level}"),
                Source),
        };
    }

    private static double[] Residuals(DesignMatrix design, double[] estimates)
    {
        double[] residuals = [.. design.Outcome];
        for (int term = 0; term < estimates.Length; term++)
        {
            for (int row = 0; row < residuals.Length; row++)
            {
                residuals[row] -= design.Columns[term][row] * estimates[term];
            }
        }

        return residuals;
    }

    private static double Objective(double[] residuals, double[] weights, double quantile) => Sums.Dot(
        weights, Array.ConvertAll(residuals, residual => residual * (quantile - (residual < 0 ? 1 : 0))));

    private static IEnumerable<Note> VertexNotes(QuantileVertex vertex, double crossing)
    {
        if (!vertex.Converged)
        {
            yield return new Note(
                "not-converged",
                Severity.Warning,
                FormattableString.Invariant($"The search stopped after {vertex.Steps} steps; the objective may be lowered further."));
        }
        else if (vertex.Flat)
        {
            yield return new Note(
                "not-unique",
                Severity.Information,
                "Other coefficients give the same least objective; these are one of the solutions.");
        }

        if (crossing > ManyCrossing)
        {
            yield return new Note(
                "crossing-quantiles",
                Severity.Warning,
                FormattableString.Invariant($"The quantiles on both sides cross in {crossing:P0} of the rows: the standard errors rest on the other rows and are rough."));
        }
    }
}
