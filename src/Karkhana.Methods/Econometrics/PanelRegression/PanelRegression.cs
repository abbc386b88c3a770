using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Linear regression on a panel: pooled, within, between, differenced or with random effects.</summary>
public static class PanelRegression
{
    internal const string Source =
        "Swamy & Arora 1972, doi:10.2307/1909405; Arellano 1987, doi:10.1111/j.1468-0084.1987.mp49004006.x; Baltagi & Chang 1994, doi:10.1016/0304-4076(94)90030-2; Baltagi 2013, Econometric Analysis of Panel Data, chapters 2, 3 and 9";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// Least squares on transformed rows. Pooled: as they are. Within: less the unit's mean; two-way-within: less unit and
    /// period effects. Between: unit means, one row per unit. First-difference: changes between consecutive rows of a
    /// unit in the order of time, with a constant. Random-effects: less θ_i times the unit's mean, θ_i = 1 −
    /// √(s²_v/(s²_v + T_i s²_u)), s²_v of the within regression and s²_u by Swamy and Arora (Baltagi and Chang 1994 for
    /// units with different numbers of rows). Classical: RSS/df·(X'X)⁻¹ with df N − n − K (within), N − n − T + 1 − K
    /// (two-way), rows − columns otherwise. Arellano: rows of one unit are one cluster, without factor (hc0) or times
    /// N/(N − K) (hc1). A unit's effect is the mean of y − x'b over its rows (without the constant of differences), for random effects times
    /// T_i s²_u/(s²_v + T_i s²_u). Random effects assume that unit effects do not depend on the terms.
    /// Cost: N·K². Source: Swamy and Arora 1972, doi:10.2307/1909405; Arellano 1987,
    /// doi:10.1111/j.1468-0084.1987.mp49004006.x; Baltagi and Chang 1994, doi:10.1016/0304-4076(94)90030-2; Baltagi 2013,
    /// chapters 2, 3 and 9. Agrees with: plm 2.6-2, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The panel.</param>
    /// <param name="options">Model, estimator, covariance, level.</param>
    /// <param name="execution">Workers; they share the terms.</param>
    /// <param name="cancellationToken">Looked at between terms.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">A unit has two rows of one period, or there are too few rows or units.</exception>
    public static PanelRegressionResult Estimate(
        PanelSample sample, PanelRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        PanelRows panel = PanelRows.Build(sample, options.Model);
        PanelFit fit = PanelFit.Estimate(sample, panel, options, execution, cancellationToken);
        Require.That(
            options.Covariance == PanelCovariance.Classical || fit.Units.Count > 1, nameof(sample.Unit), "must be at least two units for a covariance by unit; there was 1");
        Matrix<double> covariance = Covariance(fit, options.Covariance);
        double degrees = options.Covariance == PanelCovariance.Classical ? fit.DegreesOfFreedom : fit.Units.Count - 1;
        return new PanelRegressionResult
        {
            Coefficients = new CoefficientTable(
                fit.Fit.Design.Terms,
                fit.Fit.Estimates,
                [.. covariance.Diagonal().Select(Math.Sqrt)],
                [.. Enumerable.Repeat(degrees, fit.Fit.TermCount)],
                options.Level),
            Covariance = covariance.ToRowMajorArray(),
            RSquared = 1 - (fit.ResidualSquares / fit.TotalSquares),
            DegreesOfFreedom = fit.DegreesOfFreedom,
            QuasiDemeaning = fit.Components?.Shares(panel) ?? [],
            IdiosyncraticVariance = fit.Components?.Idiosyncratic ?? (fit.Within is null ? double.NaN : fit.ResidualSquares / fit.DegreesOfFreedom),
            UnitVariance = fit.Components?.Unit ?? double.NaN,
            Units = [.. panel.Units.Select(unit => sample.Unit.Labels[unit])],
            Effects = Effects(panel, fit, options.Estimator),
            Rows = panel.Rows,
            Notes = [.. Notes(panel, fit, options)],
            Provenance = new Provenance(
                "econometrics.panel-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, estimator = {options.Estimator}, covariance = {options.Covariance}, level = {options.Level}"),
                Source),
        };
    }

    internal static Matrix<double> Covariance(PanelFit fit, PanelCovariance covariance)
    {
        if (covariance == PanelCovariance.Classical)
        {
            return fit.Fit.Covariance(
                Matrix<double>.Build.DenseIdentity(fit.Fit.TermCount) * (fit.ResidualSquares / fit.DegreesOfFreedom));
        }

        double rows = fit.Fit.Rows;
        double factor = covariance == PanelCovariance.ArellanoHc1 ? rows / (rows - fit.Fit.TermCount) : 1;
        return fit.Fit.Covariance(ClusterKernel.Middle(fit.Fit, fit.Units, ClusterCorrection.Cr0) * factor);
    }

    // The constant of differences is a drift per step, no level.
    private static double[] Effects(PanelRows panel, PanelFit fit, PanelEstimator estimator)
    {
        double[] left = [.. panel.Columns.Outcome];
        int first = estimator == PanelEstimator.FirstDifference && fit.Fit.Design.Terms[0] == "intercept" ? 1 : 0;
        for (int term = first; term < fit.Fit.TermCount; term++)
        {
            double[] column = panel.Columns.Columns[Array.IndexOf(panel.Columns.Names, fit.Fit.Design.Terms[term])];
            for (int row = 0; row < left.Length; row++)
            {
                left[row] -= fit.Fit.Estimates[term] * column[row];
            }
        }

        double[] effects = panel.Means(left);
        if (fit.Components is { } components)
        {
            for (int unit = 0; unit < effects.Length; unit++)
            {
                double shared = panel.Length(unit) * components.Unit;
                effects[unit] *= shared / (components.Idiosyncratic + shared);
            }
        }

        return effects;
    }

    private static IEnumerable<Note> Notes(PanelRows panel, PanelFit fit, PanelRegressionOptions options)
    {
        foreach (Note note in (Note[])[.. panel.Notes, .. AliasedTerms.Notes(fit.Fit.Design)])
        {
            yield return note;
        }

        if (fit.Within is { } within && !within.Absorbed.Converged)
        {
            yield return new Note("not-converged", Severity.Warning, "Unit and period effects were not taken out to a relative 1e-10; digits after the sixth may be wrong.");
        }

        if (fit.Components is { Truncated: true })
        {
            yield return new Note("no-unit-variance", Severity.Warning, "The estimated variance of unit effects is below 0 and was set to 0: random effects are the pooled regression here.");
        }

        int gaps = options.Estimator == PanelEstimator.FirstDifference ? Gaps(panel) : 0;
        if (gaps > 0)
        {
            yield return new Note("gaps", Severity.Information, FormattableString.Invariant(
                $"{gaps} differences span more than the shortest step of time, because a unit lacks rows in between."));
        }
    }

    private static int Gaps(PanelRows panel)
    {
        double[] steps =
        [
            .. Enumerable.Range(0, panel.UnitCount)
                .SelectMany(unit => Enumerable.Range(panel.Starts[unit] + 1, panel.Length(unit) - 1))
                .Select(row => panel.Time[row] - panel.Time[row - 1]),
        ];
        return steps.Count(step => step > steps.Min() * (1 + 1e-9));
    }
}
