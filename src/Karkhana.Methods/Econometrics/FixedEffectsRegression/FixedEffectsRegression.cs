using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Linear regression with one or more absorbed sets of fixed effects.</summary>
public static class FixedEffectsRegression
{
    internal const string Source =
        "Cameron & Miller 2015, doi:10.3368/jhr.50.2.317; Correia 2016, Linear models with high-dimensional fixed effects; Frisch & Waugh 1933, doi:10.2307/1907330";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// Outcome and terms are replaced by their residuals on the dummies of all sets (Frisch and Waugh 1933), by group
    /// means for one set and by conjugate gradients over the group effects for more (relative 1e-11); least squares on
    /// the rest by orthonormal columns. Rows that are alone in a group are left out first. iid: RSS/(n − K)·(X'X)⁻¹;
    /// heteroskedastic: sandwich times n/(n − K); cluster: Σ_g s_g s_g' times G/(G − 1)·(n − 1)/(n − K), two groupings
    /// V_a + V_b − V_ab with the smaller G. K = terms + absorbed parameters: all groups less (sets − 1) for iid and
    /// heteroskedastic; with clusters as the option says. Tests by Student's t with n − K or G − 1 degrees of freedom.
    /// Assumes that errors have mean zero given the terms of all rows of a group (strict exogeneity).
    /// Cost: rows × (terms + 1) × steps; a million rows with 1,000 and 10,000 groups take about six steps.
    /// Source: Cameron and Miller 2015, doi:10.3368/jhr.50.2.317; Correia 2016, Linear models with high-dimensional
    /// fixed effects; Frisch and Waugh 1933, doi:10.2307/1907330. Agrees with: fixest 0.14.2 feols, relative 1e-6.
    /// </remarks>
    /// <param name="sample">The observations, with one or more sets to absorb.</param>
    /// <param name="options">Model, covariance, level.</param>
    /// <param name="execution">Workers; they share the terms.</param>
    /// <param name="cancellationToken">Looked at between terms.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">There is no set to absorb, no term or row is left, or clusters are missing.</exception>
    public static FixedEffectsRegressionResult Estimate(
        RegressionSample sample, FixedEffectsRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        sample = sample.Absorbing(options.Model.Absorb);
        options = options with { Model = options.Model with { Absorb = [] } };
        Require.That(sample.Absorb.Count > 0, nameof(sample.Absorb), "must have at least one set of effects; there was none");
        AbsorbedDesign design = AbsorbedDesign.Build(sample, options.Model);
        ClusterGroups[] groups = options.Covariance == FixedEffectsCovariance.Cluster
            ? AbsorbedCovariance.Groups(sample, design.Rows)
            : [];
        AbsorbedFit fit = design.Fit(design.Columns.Outcome, design.Columns.Weights, execution, cancellationToken);
        return Report(sample, options, design, fit, groups);
    }

    private static FixedEffectsRegressionResult Report(
        RegressionSample sample, FixedEffectsRegressionOptions options, AbsorbedDesign design, AbsorbedFit absorbed, ClusterGroups[] groups)
    {
        LeastSquaresFit fit = absorbed.Fit;
        FixedEffectSets sets = design.Sets!;
        double left = fit.Rows - fit.TermCount - sets.Parameters;
        Require.That(left > 0, options.Model.Outcome, FormattableString.Invariant(
            $"needs more rows than terms and effects; there are {fit.Rows} rows, {fit.TermCount} terms and {sets.Parameters} effects"));
        double residual = Sums.Dot(fit.Residuals, fit.Residuals);
        Matrix<double> covariance = Covariance(options, sets, fit, groups);
        double degrees = groups.Length == 0 ? left : groups.Min(group => group.Count) - 1;
        (int[] rows, double[] residuals) = InOrder(design, fit);
        return new FixedEffectsRegressionResult
        {
            Coefficients = new CoefficientTable(
                fit.Design.Terms, fit.Estimates, AbsorbedCovariance.Errors(covariance), [.. Enumerable.Repeat(degrees, fit.TermCount)], options.Level),
            Covariance = covariance.ToRowMajorArray(),
            RSquared = 1 - (residual / GoodnessOfFit.SquaresAboutMean(design.Columns.Outcome, design.Columns.Weights)),
            WithinRSquared = 1 - (residual / absorbed.WithinSquares),
            Sigma = Math.Sqrt(residual / left),
            LogLikelihood = GoodnessOfFit.GaussianLogLikelihood(residual, design.Columns.Weights),
            AbsorbedParameters = sets.Parameters,
            Singletons = design.Singletons,
            Clusters = [.. groups.Select(group => group.Count)],
            Effects = absorbed.Effects(sample.Absorb, sets),
            Rows = rows,
            Residuals = residuals,
            Notes = [.. AbsorbedNotes.Of(design, absorbed), .. AbsorbedNotes.Clusters(groups)],
            Provenance = new Provenance(
                "econometrics.fixed-effects-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, covariance = {options.Covariance}, absorbed_count = {options.AbsorbedCount}, level = {options.Level}"),
                Source),
        };
    }

    private static Matrix<double> Covariance(
        FixedEffectsRegressionOptions options, FixedEffectSets sets, LeastSquaresFit fit, ClusterGroups[] groups)
    {
        double left = fit.Rows - fit.TermCount - sets.Parameters;
        return options.Covariance switch
        {
            FixedEffectsCovariance.Cluster => AbsorbedCovariance.Clustered(
                fit, groups, fit.TermCount + AbsorbedCovariance.Parameters(sets, groups, options.AbsorbedCount)),
            FixedEffectsCovariance.Heteroskedastic => fit.Covariance(fit.ScoreSquares() * (fit.Rows / left)),
            _ => fit.Covariance(
                Matrix<double>.Build.DenseIdentity(fit.TermCount) * (Sums.Dot(fit.Residuals, fit.Residuals) / left)),
        };
    }

    // The fit runs in the order of the largest set, residuals times the root of the weight.
    private static (int[] Rows, double[] Residuals) InOrder(AbsorbedDesign design, LeastSquaresFit fit)
    {
        int[] rows = [.. design.Rows];
        double[] residuals = [.. fit.Residuals.Select((residual, row) => residual / Math.Sqrt(design.Columns.Weights[row]))];
        Array.Sort(rows, residuals);
        return (rows, residuals);
    }
}
