using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Several linear equations on the same rows.</summary>
public static class EquationSystem
{
    internal const string Source = "Zellner 1962, doi:10.1080/01621459.1962.10480664; Zellner & Theil 1962, doi:10.2307/1911287";

    /// <summary>Estimates the equations, each by itself or all together.</summary>
    /// <remarks>
    /// Ordinary and two-stage: each equation by itself, s_i² (X_i'X_i)⁻¹ with s_i² = e_i'e_i/(n − k_i). Seemingly unrelated and
    /// three-stage: generalised least squares with S_ij = e_i'e_j/√((n − k_i)(n − k_j)) from the residuals of the former, not
    /// iterated; three-stage with the regressors' projections on the instruments. Tests by Student's t with n − k_i degrees
    /// of freedom. Rows must be complete in all equations and instruments. A wrong equation spoils the others when all are
    /// estimated together. Cost: n·(Σk)² time. Source: Zellner 1962, doi:10.1080/01621459.1962.10480664; Zellner and Theil
    /// 1962, doi:10.2307/1911287. Agrees with: systemfit 1.1-28, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The observations.</param>
    /// <param name="options">Equations, instruments, estimator, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The system.</returns>
    /// <exception cref="ArgumentException">A column is missing, there are too few rows or instruments, or names come
    /// twice.</exception>
    public static EquationSystemResult Estimate(
        RegressionSample sample, EquationSystemOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        SystemDesign design = SystemDesign.Build(sample, options);
        LeastSquaresFit[] fits = design.Fits(options.Equations);
        SystemFit system = options.Method is SystemMethod.Ordinary or SystemMethod.TwoStage
            ? SystemFit.Separate(fits)
            : SystemFit.Joint(fits);
        IReadOnlyList<string> names = [.. options.Equations.Select(equation => equation.Name)];
        return new EquationSystemResult
        {
            Coefficients = new CoefficientTable(
                [.. fits.SelectMany((fit, i) => fit.Design.Terms.Select(term => $"{names[i]}:{term}"))],
                system.Estimates,
                [.. system.Covariance.Diagonal().Select(Math.Sqrt)],
                [.. fits.SelectMany(fit => Enumerable.Repeat((double)(fit.Rows - fit.TermCount), fit.TermCount))],
                options.Level),
            Covariance = system.Covariance.ToRowMajorArray(),
            Equations = names,
            ResidualCovariance = system.ResidualCovariance.ToRowMajorArray(),
            Rows = design.Equations[0].Rows,
            Notes = [.. fits.SelectMany(fit => DesignNotes.Of(fit.Design)).Distinct()],
            Provenance = new Provenance(
                "econometrics.equation-system",
                FormattableString.Invariant($"equations = {string.Join(' ', names)}, method = {options.Method}, level = {options.Level}"),
                Source),
        };
    }
}
