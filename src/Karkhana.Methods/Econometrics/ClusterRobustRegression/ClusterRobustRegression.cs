using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Linear regression whose standard errors allow errors to be correlated within clusters.</summary>
public static class ClusterRobustRegression
{
    internal const string Source =
        "Liang & Zeger 1986, doi:10.1093/biomet/73.1.13; Bell & McCaffrey 2002, Survey Methodology 28(2):169-181; Cameron, Gelbach & Miller 2011, doi:10.1198/jbes.2010.07136";

    /// <summary>Estimates the coefficients.</summary>
    /// <remarks>
    /// V = (X'X)⁻¹ [Σ_g X_g'A_g e_g e_g'A_g'X_g] (X'X)⁻¹ with A_g = I (cr0), I times G/(G − 1)·(n − 1)/(n − k) on V
    /// (cr1),
    /// (I − H_gg)^(−1/2) (cr2), (I − H_gg)⁻¹ (cr3). Two groupings: V_a + V_b − V_ab. The powers of I − H_gg are taken
    /// in the
    /// k × k space of Q, so that a large cluster costs no more than a small one; where a cluster determines a term
    /// alone, the
    /// generalised inverse is used. Tests by Student's t with G − 1 degrees of freedom (the smaller G of two
    /// groupings), or with those of Satterthwaite's approximation for each term. The choice can be left to the number of
    /// clusters: see <see cref="LinearModel.ByClusterCount"/>.
    /// Cost: n·k² + G·k³ time. Source: Liang and Zeger 1986, doi:10.1093/biomet/73.1.13; Bell and McCaffrey 2002,
    /// Survey
    /// Methodology 28(2):169-181; Cameron, Gelbach and Miller 2011, doi:10.1198/jbes.2010.07136.
    /// Agrees with: sandwich 3.0-2 vcovCL, clubSandwich vcovCR, fixest (minimum), relative 1e-8.
    /// </remarks>
    /// <param name="sample">The observations, with one or two groupings.</param>
    /// <param name="options">Model, correction, degrees of freedom, level.</param>
    /// <param name="execution">Workers, for the wild cluster bootstrap.</param>
    /// <param name="cancellationToken">Stops the bootstrap.</param>
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

        LinearModel model = LinearModel.Of(sample, options.Model);
        return options.Choice == ClusterChoice.ByClusterCount
            ? ByClusterCount(model, sample, options, execution, cancellationToken)
            : AsSet(model, sample, options);
    }

    private static ClusterRobustRegressionResult AsSet(
        LinearModel model, RegressionSample sample, ClusterRobustRegressionOptions options)
    {
        CoefficientCovariance covariance = model.Clustered(
            sample.Clusters, options.Correction, options.Degrees, options.TwoWayAdjustment);
        return Report(model, sample, options, new ClusterInference
        {
            Coefficients = model.Coefficients(covariance, options.Level),
            Covariance = covariance,
            WildPValues = [.. model.Terms.Select(_ => double.NaN)],
            Clusters = 0,
            Correction = options.Correction,
            Notes = [.. model.Notes, .. covariance.Notes],
        });
    }

    private static ClusterRobustRegressionResult ByClusterCount(
        LinearModel model, RegressionSample sample, ClusterRobustRegressionOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        Require.That(sample.Clusters.Count == 1, nameof(sample.Clusters), "must be one grouping for a choice by the number of clusters");
        return Report(model, sample, options, model.ByClusterCount(sample.Clusters[0], options.Level, execution, cancellationToken));
    }

    private static ClusterRobustRegressionResult Report(
        LinearModel model, RegressionSample sample, ClusterRobustRegressionOptions options, ClusterInference inference) => new()
        {
            Coefficients = inference.Coefficients,
            Covariance = inference.Covariance.Values,
            WildPValues = inference.WildPValues,
            Clusters = [.. sample.Clusters.Select(codes => ClusterGroups.Of(codes, model.Numbers.Design.Rows).Count)],
            Model = model,
            Rows = model.Rows,
            Notes = inference.Notes,
            Provenance = new Provenance(
                "econometrics.cluster-robust-regression",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, {inference.Covariance.Description}, level = {options.Level}"),
                Source),
        };
}
