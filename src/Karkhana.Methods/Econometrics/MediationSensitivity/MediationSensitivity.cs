using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>How an indirect association would change if something left out drove both mediator and outcome.</summary>
public static class MediationSensitivity
{
    internal const string Source = "Imai, Keele & Yamamoto 2010, doi:10.1214/10-STS321";

    /// <summary>Estimates the curve.</summary>
    /// <remarks>
    /// With σ₁, σ₂ the residual deviations of outcome and mediator given treatment and covariates and r₀ the correlation of
    /// these residuals, indirect(r) = a σ₁/σ₂ (r₀ − r√((1 − r₀²)/(1 − r²))); direct(r) = total − indirect(r). At r = 0 this is ab, at
    /// r = r₀ it is 0. r_squared_at_zero = r₀² is the share of the residual variances that a confounder must explain in both,
    /// as a product; total_r_squared_at_zero is the same of the whole variances: r₀²(1 − R²_M)(1 − R²_Y).
    /// Assumes the linear equations without interaction. Limits by the bootstrap. Cost: that of the bootstrap.
    /// Source: Imai, Keele and Yamamoto 2010, doi:10.1214/10-STS321, theorem 2 and section 5.
    /// Agrees with: the theorem on simulated equations, relative 1e-9.
    /// </remarks>
    /// <param name="sample">The observations, and the samples if they are given.</param>
    /// <param name="options">Model, correlations, interval.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">Treatment or mediator do not vary, or there is more than one mediator.</exception>
    public static MediationSensitivityResult Estimate(
        BootstrapSample sample, MediationSensitivityOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        MediationModel model = options.Model;
        Require.That(model.Mediators.Count == 1, nameof(model.Mediators), FormattableString.Invariant($"must be one; there were {model.Mediators.Count}"));
        MediationDesign design = MediationDesign.Of(sample.Observations, model);
        EffectBootstrap bootstrap = new(sample, design.Design.Rows, options, options.Resampling);
        double[] Effects(TriangularFactor factor) =>
        [
            ResidualCorrelation.Observed(factor, design.Treatment),
            .. options.Correlations.Select(r => ResidualCorrelation.Indirect(factor, design.Treatment, r)),
        ];
        EffectTable table = bootstrap.Of(
            ["correlation_at_zero", .. options.Correlations.Select(r => FormattableString.Invariant($"indirect at {r}"))],
            (design.Columns, design.Design.Weights), Effects, execution, cancellationToken);
        TriangularFactor whole = CountedFactor.Of(design.Columns, design.Design.Weights).Whole();
        double total = whole.Coefficients(design.Treatment + 2, design.Treatment + 1, design.Treatment)[0];
        return new MediationSensitivityResult
        {
            Correlations = options.Correlations,
            Table = table,
            Direct = [.. table.Estimates.Skip(1).Select(indirect => total - indirect)],
            TotalRSquaredAtZero = Unexplained(whole, design.Treatment) * table.Estimates[0] * table.Estimates[0],
            Rows = design.Design.Rows,
            Notes = [.. design.Notes(sample.Observations), .. bootstrap.Notes(table)],
            Provenance = new Provenance(
                "econometrics.mediation-sensitivity",
                FormattableString.Invariant(
                    $"outcome = {model.Outcome}, treatment = {model.Treatment}, mediator = {model.Mediators[0]}, interval = {options.Interval}, level = {options.Level}, samples = {table.Draws}"),
                Source,
                sample.Resamples is null ? options.Seed : null),
        };
    }

    /// <summary>Gives (1 − R²_M)(1 − R²_Y); the constant is the first column.</summary>
    private static double Unexplained(TriangularFactor factor, int treatment)
    {
        (int mediator, int outcome) = (treatment + 1, treatment + 2);
        return factor.ResidualSquares(mediator, mediator) / factor.ResidualSquares(mediator, 1)
            * factor.ResidualSquares(outcome, outcome) / factor.ResidualSquares(outcome, 1);
    }
}
