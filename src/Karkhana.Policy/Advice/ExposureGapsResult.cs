using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>The gaps of exposure between a cluster and the firms that it is compared with.</summary>
/// <param name="Gaps">One per advantage that a source shows, those that are not known among them.</param>
public sealed record ExposureGapsResult(IReadOnlyList<ExposureGap> Gaps)
{
    /// <summary>Gets the gaps that are known.</summary>
    public IReadOnlyList<ExposureGap> Known => [.. Gaps.Where(gap => gap.IsKnown)];

    /// <summary>Gives one row per advantage whose gap is known.</summary>
    /// <param name="names">The name of each advantage by its id; the id stands for one that is not there.</param>
    /// <returns>The table <c>exposure_gaps</c>.</returns>
    public Table ToTable(IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        IReadOnlyList<ExposureGap> known = Known;
        return Table.Of(
            "exposure_gaps",
            Column.Of("advantage", known.Select(gap => (string?)gap.AdvantageId), "Advantage", "Id of the agglomeration advantage."),
            Column.Of("name", known.Select(gap => (string?)names.GetValueOrDefault(gap.AdvantageId, gap.AdvantageId)), "Name", "What it is."),
            Column.Of(
                "estimate", known.Select(gap => gap.Gap), "Gap", "standard deviations",
                "Mean exposure in the cluster less that of the comparison set, over the standard deviation of all firms.", recommended: true),
            Column.Of("conf_low", known.Select(gap => gap.Low), "Low", "standard deviations", "Lower limit, 95 %."),
            Column.Of("conf_high", known.Select(gap => gap.High), "High", "standard deviations", "Upper limit, 95 %."),
            Column.Of("n", known.Select(gap => gap.Firms), "Firms", "", "Firms of the cluster whose exposure is known."),
            Column.Of("comparison_firms", known.Select(gap => gap.Comparisons), "Compared with", "", "Firms of the comparison set whose exposure is known."),
            Column.Of("mean", known.Select(gap => gap.Mean), "Cluster", "share", "Mean exposure in the cluster."),
            Column.Of("comparison_mean", known.Select(gap => gap.ComparisonMean), "Comparison", "share", "Mean exposure in the comparison set."),
            Column.Of("errors", known.Select(gap => (string?)Words.Of(gap.Errors)), "Limits", "by_place: errors go together within places; resampled: firms were resampled."),
            Column.Of("below", known.Select(gap => gap.IsBelow), "Below", "Whether the whole interval lies below the comparison set."));
    }
}
