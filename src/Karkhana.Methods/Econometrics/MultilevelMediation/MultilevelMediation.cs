using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>What belongs to places, along what firms do, to what firms reach: mediation of a treatment of clusters.</summary>
public static class MultilevelMediation
{
    internal const string Source =
        "Zhang, Zyphur & Preacher 2009, doi:10.1177/1094428108327450; Preacher, Zyphur & Zhang 2010, doi:10.1037/a0020141";

    /// <summary>Estimates the parts.</summary>
    /// <remarks>
    /// The treatment x is one per cluster, mediator m and outcome y one per row. a: m on x and covariates. Outcome: y on x,
    /// covariates, the cluster mean of m (b_between) and its deviation from that mean (b_within). indirect = a·b_between, for a
    /// treatment of clusters can only move along what differs between clusters; contextual = b_between − b_within is what an
    /// analysis with one b would mix in. total = y on x and covariates. Least squares over rows, so that clusters count by their
    /// rows (or weights); standard errors and limits by drawing whole clusters, whose means are kept.
    /// Assumes linear equations, no interaction, nothing left out that drives two of the three; cluster means of few rows
    /// are measured with error, which draws b_between towards b_within. Cost: replicates × rows × columns²/2.
    /// Source: Zhang, Zyphur and Preacher 2009, doi:10.1177/1094428108327450, equations 15 to 17; Preacher, Zyphur and Zhang
    /// 2010, doi:10.1037/a0020141. Agrees with: lm of R 4.2 with the two columns made by hand, relative 1e-9.
    /// </remarks>
    /// <param name="sample">The observations with one grouping, and the samples if they are given.</param>
    /// <param name="options">Model and interval.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The parts.</returns>
    /// <exception cref="ArgumentException">There is no grouping, the treatment varies within a cluster, or the mediator does not
    /// vary between or within clusters.</exception>
    public static MultilevelMediationResult Estimate(
        BootstrapSample sample, MultilevelMediationOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        MediationModel model = options.Model;
        Require.That(model.Mediators.Count == 1, nameof(model.Mediators), FormattableString.Invariant($"must be one; there were {model.Mediators.Count}"));
        Require.That(
            sample.Observations.Clusters.Count == 1, "clusters", FormattableString.Invariant($"must be one grouping; there were {sample.Observations.Clusters.Count}"));
        MediationDesign plain = MediationDesign.Of(sample.Observations, model);
        ClusterGroups groups = ClusterGroups.Of(sample.Observations.Clusters[0], plain.Design.Rows);
        CheckTreatment(sample.Observations, plain, groups);
        MediationDesign design = Split(sample.Observations, plain, groups, model);
        EffectBootstrap bootstrap = new(sample, plain.Design.Rows, options, ClusterResampling.Clusters);
        EffectTable effects = bootstrap.Of(
            ["indirect", "direct", "total", "a", "b_between", "b_within", "contextual"],
            (design.Columns, design.Design.Weights), factor => Effects(factor, design.Treatment), execution, cancellationToken);
        return new MultilevelMediationResult
        {
            Effects = effects,
            Clusters = groups.Count,
            Rows = plain.Design.Rows,
            Notes = [.. plain.Notes(sample.Observations), .. bootstrap.Notes(effects)],
            Provenance = new Provenance(
                "econometrics.multilevel-mediation",
                FormattableString.Invariant(
                    $"outcome = {model.Outcome}, treatment = {model.Treatment}, mediator = {model.Mediators[0]}, interval = {options.Interval}, level = {options.Level}, samples = {effects.Draws}"),
                Source,
                sample.Resamples is null ? options.Seed : null),
        };
    }

    private static double[] Effects(TriangularFactor factor, int treatment)
    {
        (int mean, int within, int outcome) = (treatment + 1, treatment + 2, treatment + 3);
        double[] last = factor.Coefficients(outcome, outcome, treatment); // direct, b_between, b_within
        double a = factor.Coefficients(mean, mean, treatment)[0] + factor.Coefficients(within, mean, treatment)[0];
        double total = factor.Coefficients(outcome, mean, treatment)[0];
        return [a * last[1], last[0], total, a, last[1], last[2], last[1] - last[2]];
    }

    private static void CheckTreatment(RegressionSample sample, MediationDesign design, ClusterGroups groups)
    {
        double[] ofGroup = [.. Enumerable.Repeat(double.NaN, groups.Count)];
        for (int row = 0; row < design.Rows; row++)
        {
            int group = groups.ByRow[row];
            double value = design.TreatmentValues[row];
            ofGroup[group] = double.IsNaN(ofGroup[group]) ? value : ofGroup[group];
            bool same = value == ofGroup[group];
            Require.That(same, "treatment", same ? "" : FormattableString.Invariant(
                $"must be the same for all rows of a cluster; cluster {sample.Clusters[0][design.Design.Rows[row]]} had {ofGroup[group]} and {value}"));
        }
    }

    private static MediationDesign Split(RegressionSample sample, MediationDesign plain, ClusterGroups groups, MediationModel model)
    {
        double[] mediator = plain.Columns[plain.Treatment + 1];
        double[] sums = new double[groups.Count];
        double[] weights = new double[groups.Count];
        for (int row = 0; row < mediator.Length; row++)
        {
            sums[groups.ByRow[row]] += plain.Design.Weights[row] * mediator[row];
            weights[groups.ByRow[row]] += plain.Design.Weights[row];
        }

        double[] means = [.. groups.ByRow.Select(group => sums[group] / weights[group])];
        (string mean, string within) = ($"cluster mean of {model.Mediators[0]}", $"{model.Mediators[0]} within clusters");
        RegressionSample kept = sample.Keep(plain.Design.Rows, [model.Outcome, model.Treatment, .. model.Covariates]);
        Table data = Table.Of(
            "sample", [.. kept.Data.Columns, Column.Of(mean, means), Column.Of(within, mediator.Zip(means, (value, average) => value - average))]);
        return MediationDesign.Of(kept with { Data = data }, model with { Mediators = [mean, within] });
    }
}
