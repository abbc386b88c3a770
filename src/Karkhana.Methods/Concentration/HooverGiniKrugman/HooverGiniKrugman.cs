using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Three indices per industry (concentration) or per region (specialisation), with the unweighted conventions
/// of textbooks in regional economics.</summary>
public static class HooverGiniKrugman
{
    internal const string Source =
        "Farhauer & Kröll 2014, Standorttheorien; Krugman 1991, Geography and Trade; Midelfart-Knarvik et al. 2000, European Commission Economic Papers 142";

    /// <summary>Computes the indices of each industry or region.</summary>
    /// <remarks>
    /// For a unit with shares s_j over the other dimension, t_j the shares of all units together and LQ_j = s_j / t_j
    /// (0 where t_j = 0): Hoover ½ Σ|s − t|; Gini 2 / (n² mean) Σ rank (LQ − mean) of the location quotients,
    /// unweighted; Krugman Σ|s − m| with m the simple mean of the shares of all other units that have activity. This
    /// Krugman index is not that of <see cref="RegionalSpecialisation"/>, whose reference is the sum of all. A unit
    /// without activity has NaN and is no reference for others. Cost: units × n log n.
    /// Source: Farhauer and Kröll 2014, Standorttheorien; Krugman 1991, Geography and Trade; Midelfart-Knarvik et al.
    /// 2000, European Commission Economic Papers 142. Agrees with: REAT 3.0.3 conc and spec, relative 1e-10.
    /// </remarks>
    /// <param name="activity">Activity by region and industry.</param>
    /// <param name="options">The unit.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between units.</param>
    /// <returns>The indices per unit, in ordinal order of the codes.</returns>
    public static HooverGiniKrugmanResult Estimate(
        ActivityTable activity,
        HooverGiniKrugmanOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        options ??= new HooverGiniKrugmanOptions();
        bool byRegion = options.By == SpecialisationUnit.Region;
        IReadOnlyList<string> units = byRegion ? activity.Regions : activity.Industries;
        double[] totals = byRegion ? activity.RegionTotals : activity.IndustryTotals;
        double[][] profiles = [.. Enumerable.Range(0, units.Count).Select(unit => ShareStatistics.Shares(
            byRegion ? activity.Row(unit) : activity.Column(unit)))];
        double[] aggregate = ShareStatistics.Shares(byRegion ? activity.IndustryTotals : activity.RegionTotals);
        int active = totals.Count(total => total > 0);
        double[] sum = SumOf(profiles, totals, aggregate.Length);
        double[] hoover = new double[units.Count];
        double[] gini = new double[units.Count];
        double[] krugman = new double[units.Count];
        for (int unit = 0; unit < units.Count; unit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double[] own = profiles[unit];
            hoover[unit] = ShareStatistics.AbsoluteDifference(own, aggregate) / 2;
            gini[unit] = GiniIndex.Of(
                [.. own.Select((share, j) => aggregate[j] == 0 ? 0 : share / aggregate[j])]);
            krugman[unit] = ShareStatistics.AbsoluteDifference(
                own, [.. own.Select((share, j) => (sum[j] - share) / (active - 1.0))]);
        }

        return new HooverGiniKrugmanResult(
            units, hoover, gini, krugman, new Provenance(
                "concentration.hoover-gini-krugman", $"by = {options.By}", Source))
        {
            Notes = Notes(units, totals, byRegion ? "region" : "industry", active),
        };
    }

    private static double[] SumOf(double[][] profiles, double[] totals, int width)
    {
        double[] sum = new double[width];
        for (int unit = 0; unit < profiles.Length; unit++)
        {
            for (int j = 0; totals[unit] > 0 && j < width; j++)
            {
                sum[j] += profiles[unit][j];
            }
        }

        return sum;
    }

    private static IReadOnlyList<Note> Notes(IReadOnlyList<string> units, double[] totals, string kind, int active) =>
    [
        .. UnitNotes.Empty(
            kind, units, totals, "Their indices are not defined, and they are no reference for the others."),
        .. UnitNotes.When(
            active == 1, "one-unit", $"One {kind} only has activity: Krugman's index has nothing to compare it with."),
    ];
}
