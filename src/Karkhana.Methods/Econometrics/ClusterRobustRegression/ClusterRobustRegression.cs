using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Linear regression whose standard errors allow errors to be correlated within clusters.</summary>
public static class ClusterRobustRegression
{
    internal const string Source =
        "Liang & Zeger 1986, doi:10.1093/biomet/73.1.13; Bell & McCaffrey 2002, Survey Methodology 28(2):169-181; Cameron, Gelbach & Miller 2011, doi:10.1198/jbes.2010.07136";

    private const int FewClusters = 20;

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// V = (X'X)⁻¹ [Σ_g X_g'A_g e_g e_g'A_g'X_g] (X'X)⁻¹ with A_g = I (cr0), I times G/(G − 1)·(n − 1)/(n − k) on V
    /// (cr1),
    /// (I − H_gg)^(−1/2) (cr2), (I − H_gg)⁻¹ (cr3). Two groupings: V_a + V_b − V_ab. The powers of I − H_gg are taken
    /// in the
    /// k × k space of Q, so that a large cluster costs no more than a small one; where a cluster determines a term
    /// alone, the
    /// generalised inverse is used. Tests by Student's t with G − 1 degrees of freedom (the smaller G of two
    /// groupings).
    /// Cost: n·k² + G·k³ time. Source: Liang and Zeger 1986, doi:10.1093/biomet/73.1.13; Bell and McCaffrey 2002,
    /// Survey
    /// Methodology 28(2):169-181; Cameron, Gelbach and Miller 2011, doi:10.1198/jbes.2010.07136.
    /// Agrees with: sandwich 3.0-2 vcovCL, clubSandwich vcovCR, fixest (minimum), relative 1e-8.
    /// </remarks>
    /// <param name="sample">The observations, with one or two groupings.</param>
    /// <param name="options">Model, correction, level.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The regression.</returns>
    /// <exception cref="ArgumentException">No grouping, fewer than two clusters, or a correction that two groupings do
    /// not allow.</exception>
    public static ClusterRobustRegressionResult Estimate(
        RegressionSample sample, ClusterRobustRegressionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        Require.That(sample.Clusters.Count is 1 or 2, nameof(sample.Clusters), "must be one or two groupings");
        foreach (IReadOnlyList<string> codes in sample.Clusters)
        {
            Require.SameLength(sample.Data.RowCount, codes.Count, nameof(sample.Clusters));
        }

        bool leverageBased = options.Correction is ClusterCorrection.Cr2 or ClusterCorrection.Cr3;
        Require.That(
            sample.Clusters.Count == 1 || !leverageBased, nameof(options.Correction),
            "must be cr0 or cr1 with two groupings");
        LeastSquaresFit fit = LeastSquaresFit.Fit(DesignMatrix.Build(sample, options.Model));
        ClusterGroups[] groups = [.. sample.Clusters.Select(codes => ClusterGroups.Of(codes, fit.Design.Rows))];
        int fewest = groups.Min(group => group.Count);
        Require.That(fewest > 1, nameof(sample.Clusters), "must have at least two clusters among the complete rows");
        Matrix<double> covariance = fit.Covariance(Middle(fit, groups, options));
        return new ClusterRobustRegressionResult
        {
            Coefficients = new CoefficientTable(
                fit.Design.Terms,
                fit.Estimates,
                [.. covariance.Diagonal().Select(variance => Math.Sqrt(Math.Max(0, variance)))],
                [.. Enumerable.Repeat((double)(fewest - 1), fit.TermCount)],
                options.Level),
            Covariance = covariance.ToRowMajorArray(),
            Clusters = [.. groups.Select(group => group.Count)],
            Rows = fit.Design.Rows,
            Notes = [.. DesignNotes.Of(fit.Design), .. FewClusterNotes(fewest)],
            Provenance = new Provenance(
                "econometrics.cluster-robust-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, correction = {options.Correction}, level = {options.Level}"),
                Source),
        };
    }

    private static Matrix<double> Middle(
        LeastSquaresFit fit, ClusterGroups[] groups, ClusterRobustRegressionOptions options)
    {
        if (groups.Length == 1)
        {
            return ClusterKernel.Middle(
                fit, groups[0], options.Correction) * Factor(fit, groups[0].Count, options.Correction);
        }

        ClusterGroups both = ClusterGroups.Intersection(groups[0], groups[1]);
        int fewest = Math.Min(groups[0].Count, groups[1].Count);
        Matrix<double> Part(ClusterGroups part) => ClusterKernel.Middle(fit, part, options.Correction)
            * Factor(
                fit, options.TwoWayAdjustment == TwoWayAdjustment.Minimum ? fewest : part.Count, options.Correction);
        return Part(groups[0]) + Part(groups[1]) - Part(both);
    }

    /// <summary>Gives what the covariance is multiplied by.</summary>
    internal static double Factor(LeastSquaresFit fit, double clusters, ClusterCorrection correction) =>
        correction == ClusterCorrection.Cr1
            ? clusters / (clusters - 1) * (fit.Rows - 1.0) / (fit.Rows - fit.TermCount)
            : 1;

    private static IEnumerable<Note> FewClusterNotes(int clusters) => clusters >= FewClusters
        ? []
        : [new Note(
            "few-clusters",
            Severity.Warning,
            FormattableString.Invariant($"Only {clusters} clusters: cluster-robust standard errors are unreliable below {FewClusters}; read the intervals as too narrow."))];
}
