using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Path analysis, confirmatory factor analysis and models with both.</summary>
public static class StructuralEquationModel
{
    internal const string Id = "econometrics.structural-equation-model";

    internal const string Source =
        "Jöreskog 1969, doi:10.1007/BF02289343; Bollen 1989, doi:10.1002/9781118619179; Satorra & Bentler 1994; Yuan & Bentler 2000, "
        + "doi:10.1111/0081-1750.00078; Muthén 1984, doi:10.1007/BF02294210; Enders 2010";

    /// <summary>Fits the model.</summary>
    /// <remarks>
    /// Σ = Λ(I − B)⁻¹Ψ(I − B)⁻ᵀΛ′ + Θ. Maximum likelihood: F = ln|Σ| − ln|S| + tr(SΣ⁻¹) − p, S with divisor n, chi-square nF,
    /// errors from the expected information; columns that only explain keep their sample moments, and the likelihood is that
    /// given them. Full information: the likelihood of what each row shows, with intercepts, errors from the observed
    /// information. Satorra and Bentler: chi-square·df/tr(UΓ), errors J⁻¹BJ⁻¹ with expected information J and products B of
    /// case-wise scores. Yuan and Bentler: chi-square·df/(tr(B₁A₁⁻¹) − tr(BA⁻¹)), errors A⁻¹BA⁻¹ with observed information A;
    /// A₁, B₁ without a model. Diagonally weighted: Σ (r − ρ)²/Γ over polychoric correlations, robust errors, chi-square scaled
    /// and shifted. Standardised: all variables, also factors, with variance 1. Defined parameters by the delta method. Fisher
    /// scoring with analytic scores, no bounds: improper solutions, parameters that are not told apart and searches that
    /// stopped early are noted. Assumes independent rows and linear equations; without correction normal variables (given
    /// those that only explain); missing values that depend on what is seen only.
    /// Bootstrap: rows drawn with replacement, the search begun at the estimates, percentile intervals.
    /// Cost: n·p², then ten to fifty steps of t² + p³ for t parameters (by pattern of missing values); polychoric p² tables,
    /// then n·p⁴.
    /// Source: Jöreskog 1969, doi:10.1007/BF02289343; Bollen 1989, doi:10.1002/9781118619179; Satorra and Bentler 1994; Yuan
    /// and Bentler 2000, doi:10.1111/0081-1750.00078; Muthén 1984, doi:10.1007/BF02294210; Enders 2010, chapter 4.
    /// Agrees with: lavaan 0.6.14 sem(), cfa() with ML, MLM, MLR, FIML, relative 1e-3; WLSMV, relative 2e-3, errors and tests
    /// 2e-2.
    /// </remarks>
    /// <param name="sample">The columns; more than the model uses may be there.</param>
    /// <param name="options">Model, estimator, corrections.</param>
    /// <param name="execution">Workers of the bootstrap; the result does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    /// <returns>Parameters and fit.</returns>
    /// <exception cref="ArgumentException">A model that is none, that names what is not there or has more parameters than
    /// moments; options that do not go together; too few rows, columns that do not vary or follow from others.</exception>
    public static StructuralEquationModelResult Estimate(
        ItemResponses sample,
        StructuralEquationModelOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        options.RequireConsistent();
        ItemResponses named = sample with { Input = nameof(sample) };
        var roles = VariableRoles.Of(options.Model, named.Items);
        IReadOnlyList<StructuralTerm> terms = StructuralTerms.Of(roles, options.Model, options);
        var defined = DefinedParameters.Of(options.Model, terms);
        ItemResponses used = StructuralSample.Used(named, roles);
        StructuralEstimates estimates = options.Estimator == StructuralEstimator.DiagonallyWeighted
            ? OrderedFit.Of(roles, terms, options, used, cancellationToken)
            : NormalTheoryFit.Of(roles, terms, options, StructuralSample.Of(used, roles, options, cancellationToken), cancellationToken);
        ReplicateRows? bootstrap = StructuralBootstrap.Of(used, estimates, defined, options, execution, cancellationToken);
        return Result(estimates, defined, options, bootstrap);
    }

    private static StructuralEquationModelResult Result(
        StructuralEstimates estimates, DefinedParameters defined, StructuralEquationModelOptions options, ReplicateRows? bootstrap)
    {
        DiagramMoments implied = estimates.Diagram.At(estimates.Point);
        double[] values = [.. estimates.Terms.Select(term => term.Arrow.ValueAt(estimates.Point))];
        double[] standardised = [.. estimates.Terms.Select((term, place) => Standardised(term.Arrow, values[place], implied))];
        double[] errors = [.. estimates.Terms.Select(term => !term.Arrow.IsFree ? 0
            : estimates.Covariance is null ? double.NaN : Math.Sqrt(estimates.Covariance[term.Arrow.Position, term.Arrow.Position]))];
        double[] allErrors = [.. errors, .. estimates.Thresholds.Select(threshold => threshold.StandardError),
            .. defined.Errors(estimates.Terms, values, estimates.Covariance)];
        string[] names = [.. estimates.Terms.Select(term => term.Name), .. estimates.Thresholds.Select(threshold => threshold.Name), .. defined.Names];
        VariableRoles roles = estimates.Roles;
        int[] explained = [.. Enumerable.Range(0, roles.Names.Count).Where(
            place => roles.IsEndogenous[place] && estimates.Terms.Any(term => term.Arrow.Kind == ArrowKind.Path && term.Arrow.To == place))];
        string[] free = [.. estimates.Terms.Where(term => term.Arrow.IsFree).GroupBy(term => term.Arrow.Position)
            .OrderBy(group => group.Key).Select(group => group.First().Name)];
        var intervals = BootstrapIntervals.Of(bootstrap, names.Length, options.Level);
        return new StructuralEquationModelResult(estimates.Fit, estimates.Scaled, estimates.Modifications, intervals)
        {
            // What is held has no error, and hence no test.
            Coefficients = new CoefficientTable(
                names,
                [.. values, .. estimates.Thresholds.Select(threshold => threshold.Estimate), .. defined.At(values)],
                [.. allErrors.Select(error => error > 0 ? error : double.NaN)],
                [.. names.Select(_ => double.PositiveInfinity)],
                options.Level),
            StandardErrors = allErrors,
            Standardised = [.. standardised, .. estimates.Thresholds.Select(threshold => threshold.Estimate), .. defined.At(standardised)],
            Free = free,
            Covariance = [.. (estimates.Covariance ?? Matrix<double>.Build.Dense(free.Length, free.Length, double.NaN)).ToRowMajorArray()],
            Endogenous = [.. explained.Select(place => roles.Names[place])],
            RSquared = [.. explained.Select(place => 1 - (implied.Residuals[place, place] / implied.Covariances[place, place]))],
            Observed = [.. roles.Names.Take(roles.Observed)],
            ResidualCorrelations = ResidualCorrelations(estimates, implied),
            StandardisedResiduals = estimates.StandardisedResiduals,
            Gfi = estimates.Gfi,
            Agfi = Agfi(estimates, roles.Observed),
            Notes = [.. estimates.Notes, .. StructuralNotes.Of(estimates, implied, values), .. StructuralNotes.Lost(intervals.Lost, options.Replicates)],
            Provenance = new Provenance(
                Id,
                FormattableString.Invariant($"model = {string.Join("; ", names)}, scaling = {Words.Of(options.Scaling)}, estimator = {Words.Of(options.Estimator)}, correction = {Words.Of(options.Correction)}, missing = {Words.Of(options.Missing)}, replicates = {options.Replicates}"),
                Source,
                options.Replicates == 0 ? null : options.Seed),
        };
    }

    /// <summary>Gives a parameter with all variables at variance 1; covariances of residuals become their
    /// correlations.</summary>
    private static double Standardised(Arrow arrow, double value, DiagramMoments implied)
    {
        double to = Math.Sqrt(implied.Covariances[arrow.To, arrow.To]);
        return arrow.Kind switch
        {
            ArrowKind.Path => value * Math.Sqrt(implied.Covariances[arrow.From, arrow.From]) / to,
            ArrowKind.Mean => value / to,
            _ when arrow.To == arrow.From => value / (to * to),
            _ => value / Math.Sqrt(implied.Residuals[arrow.To, arrow.To] * implied.Residuals[arrow.From, arrow.From]),
        };
    }

    private static double[,] ResidualCorrelations(StructuralEstimates estimates, DiagramMoments implied)
    {
        Matrix<double> sample = estimates.Sample.Covariances;
        return sample.MapIndexed(
            (i, j, value) => (value / Math.Sqrt(sample[i, i] * sample[j, j]))
                - (implied.Covariances[i, j] / Math.Sqrt(implied.Covariances[i, i] * implied.Covariances[j, j])),
            Zeros.Include).ToArray();
    }

    private static double Agfi(StructuralEstimates estimates, int observed)
    {
        int degrees = estimates.Fit.DegreesOfFreedom;
        return degrees == 0 ? double.NaN : 1 - (observed * (observed + 1) / 2.0 / degrees * (1 - estimates.Gfi));
    }
}
