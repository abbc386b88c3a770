using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Effects by cohort and period of a staggered adoption.</summary>
public static class GroupTimeEffects
{
    internal const string Source =
        "Callaway & Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001; Sant'Anna & Zhao 2020, doi:10.1016/j.jeconom.2020.06.003; Rambachan & Roth 2023, doi:10.1093/restud/rdad018";

    private const int FewClusters = 20;

    /// <summary>Estimates the effect on each cohort in each period, and averages by periods since adoption.</summary>
    /// <remarks>
    /// ATT(g, t): the change of cohort g from its last period before g − anticipation to t, less that of units that never
    /// adopt (or have not adopted by the later of the two periods), given covariates at the base period: doubly robust by
    /// least squares and logit, or by one of them. The base is the same for periods before and after. A relative period's
    /// estimate is the mean of its cohorts' by their numbers of units; effect is the mean of all cells from adoption on
    /// by the same, mean_effect the plain mean over relative periods from 0 on. Errors from the influences of units, those
    /// of the first steps and of cohort sizes included, summed by cluster (unit unless given); tests are normal; bands and bounds from draws with
    /// random signs. Bounds: parallel trends may fail after adoption by M times the greatest step of the estimates before it,
    /// period for period. Assumes parallel trends given covariates, overlap, and no anticipation beyond that allowed.
    /// Cost: cohorts × periods × units × covariates², and draws × clusters × relative periods.
    /// Source: Callaway and Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001, equations 2.4 and 3.4; Sant'Anna and Zhao
    /// 2020, doi:10.1016/j.jeconom.2020.06.003; Rambachan and Roth 2023, doi:10.1093/restud/rdad018.
    /// Agrees with: the definitions; no other software was run.
    /// </remarks>
    /// <param name="sample">The panel with the adoption of each unit; clusters are optional.</param>
    /// <param name="options">Outcome, covariates, comparison, draws, level.</param>
    /// <param name="execution">Workers; they share the draws.</param>
    /// <param name="cancellationToken">Looked at between cells and draws.</param>
    /// <returns>The effects.</returns>
    /// <exception cref="ArgumentException">A unit has two adoption periods or two rows in a period, or no cohort can be
    /// compared.</exception>
    public static GroupTimeEffectsResult Estimate(
        StaggeredSample sample, GroupTimeEffectsOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        AdoptionPanel panel = AdoptionPanel.Of(sample, options);
        GroupTimeCells cells = GroupTimeCells.Of(panel, options, cancellationToken);
        Require.That(cells.Cells.Count > 0, nameof(sample.Adoption), "must hold a cohort that can be compared with others before and after; there was none");
        GroupTimeSummary summary = new(cells);
        ReplicateRows draws = ReplicateEngine.Local.Execute(
            new InfluenceDraws([.. summary.Influences.Select(cells.ByCluster)], panel.UnitCount, options.Draws, options.Seed), execution, cancellationToken);
        return Report(options, panel, cells, summary, draws);
    }

    private static GroupTimeEffectsResult Report(
        GroupTimeEffectsOptions options, AdoptionPanel panel, GroupTimeCells cells, GroupTimeSummary summary, ReplicateRows draws)
    {
        double reference = cells.References.Max;
        int[] before = [.. Enumerable.Range(0, summary.Periods.Length).Where(place => summary.Periods[place] < reference)];
        Matrix<double> covariance = summary.Covariance();
        TrendBounds bounds = new(summary.Periods, summary.Estimates, draws, reference, options.Level);
        return new GroupTimeEffectsResult
        {
            Cells = cells.Cells,
            Periods = summary.Periods,
            Coefficients = CoefficientTable.Normal(
                [.. summary.Periods.Select(period => FormattableString.Invariant($"{period}"))], summary.Estimates, summary.Errors, options.Level),
            Covariance = covariance.ToRowMajorArray(),
            BandWidth = BandWidth(draws, summary.Errors, options.Level),
            Effects = summary.Effects(options.Level),
            BeforeAdoption = WaldTest.Of(
                [.. before.Select(place => summary.Estimates[place])],
                Matrix<double>.Build.Dense(before.Length, before.Length, (row, column) => covariance[before[row], before[column]])),
            Bounds = [.. options.Deviations.Select(bounds.At)],
            Breakdown = bounds.Breakdown(),
            Units = panel.UnitCount,
            Clusters = panel.Clusters.Count,
            Notes = [.. panel.Rows.Notes, .. Notes(panel, cells)],
            Provenance = new Provenance(
                "econometrics.group-time-effects",
                FormattableString.Invariant(
                    $"outcome = {options.Outcome}, comparison = {options.Comparison}, estimator = {options.Estimator}, anticipation = {options.Anticipation}, draws = {options.Draws}, level = {options.Level}"),
                Source,
                options.Seed),
        };
    }

    // The quantile over draws of the greatest distance, in standard errors, of all relative periods.
    private static double BandWidth(ReplicateRows draws, double[] errors, double level)
    {
        double[] greatest = new double[draws.Count];
        for (int draw = 0; draw < greatest.Length; draw++)
        {
            ReadOnlySpan<double> row = draws.Row(draw);
            for (int place = 0; place < errors.Length; place++)
            {
                greatest[draw] = errors[place] > 0 ? Math.Max(greatest[draw], Math.Abs(row[place]) / errors[place]) : greatest[draw];
            }
        }

        Array.Sort(greatest);
        return Quantiles.Type7(greatest, level);
    }

    private static IEnumerable<Note> Notes(AdoptionPanel panel, GroupTimeCells cells)
    {
        if (cells.WithoutBase.Count > 0)
        {
            yield return new Note("cohorts-without-base", Severity.Warning, FormattableString.Invariant(
                $"Left out, because they adopted before they were watched: cohorts {string.Join(", ", cells.WithoutBase.Select(cohort => FormattableString.Invariant($"{cohort}")))}."));
        }

        if (cells.References.Count > 1)
        {
            yield return new Note("uneven-periods", Severity.Warning, "Cohorts have their base at different distances before adoption, because periods are not evenly spaced: relative periods mix unlike ones; read cells instead, and no bounds.");
        }

        if (cells.Thin > 0)
        {
            yield return new Note("thin-cells", Severity.Warning, FormattableString.Invariant(
                $"{cells.Thin} cells of cohort and period have no treated unit or fewer comparison units than covariates need; they were left out."));
        }

        if (cells.Apart > 0)
        {
            yield return new Note("no-overlap", Severity.Warning, FormattableString.Invariant(
                $"In {cells.Apart} cells of cohort and period covariates tell treated and comparison units apart: nobody is comparable, and they were left out. Take fewer covariates."));
        }

        if (panel.Clusters.Count < FewClusters)
        {
            yield return new Note("few-clusters", Severity.Warning, FormattableString.Invariant(
                $"Only {panel.Clusters.Count} clusters: errors from influences are unreliable below {FewClusters}; read the intervals as too narrow."));
        }
    }
}
