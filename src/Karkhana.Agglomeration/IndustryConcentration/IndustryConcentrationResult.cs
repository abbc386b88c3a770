using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Agglomeration;

/// <summary>The concentration of all industries.</summary>
/// <param name="Findings">One per industry.</param>
/// <param name="Replicates">The random labellings per industry.</param>
/// <param name="Provenance">What made it.</param>
public sealed record IndustryConcentrationResult(
    IReadOnlyList<IndustryFinding> Findings, int Replicates, Provenance Provenance) : ITidyResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes => [];

    /// <summary>Finds an industry.</summary>
    /// <param name="industry">The industry.</param>
    /// <returns>The finding, or null.</returns>
    public IndustryFinding? Find(string industry) => Findings.FirstOrDefault(finding => finding.Industry == industry);

    /// <summary>Counts the industries with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>How many.</returns>
    public int Count(IndustryVerdict verdict) => Findings.Count(finding => finding.Verdict == verdict);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "industry_concentration",
        Column.Of(
            "industry", Findings.Select(finding => (string?)finding.Industry), "Industry", "Industry of the register."),
        Column.Of(
            "n", Findings.Select(finding => finding.Establishments), "Establishments", "",
            "Establishments of the industry."),
        Column.Of(
            "verdict", Findings.Select(finding => (string?)Words.Of(finding.Verdict)), "Verdict",
            "clustered, dispersed, no_departure, cannot_tell or too_few."),
        Column.Of(
            "distance", Findings.Select(finding => finding.PeakDistance), "Peak within", "m",
            "Radius at which M is highest (dispersed: lowest) among those outside the global band."),
        Column.Of(
            "estimate", Findings.Select(finding => finding.PeakM), "M there", "ratio",
            "M at that radius; 1 means no concentration.", recommended: true),
        Column.Of(
            "p_value", Findings.Select(finding => finding.Test?.PValue ?? double.NaN), "p", "",
            "p-value of the whole curve."),
        Column.Of(
            "adjusted_p_value", Findings.Select(finding => finding.AdjustedPValue), "Adjusted p", "",
            "The same, corrected for the number of industries."));

    /// <summary>Gives the curves of all tested industries, one row per industry and radius.</summary>
    /// <returns>The table <c>m_curves</c>.</returns>
    public Table ToCurves()
    {
        (IndustryFinding Finding, int Radius)[] rows = [.. Findings.Where(finding => finding.Test is not null)
            .OrderBy(finding => finding.Industry, StringComparer.Ordinal)
            .SelectMany(
                finding => Enumerable.Range(0, finding.Test!.Distances.Count).Select(radius => (finding, radius)))];
        return Table.Of(
            "m_curves",
            Column.Of(
                "industry", rows.Select(row => (string?)row.Finding.Industry), "Industry", "Industry of the register."),
            Column.Of(
                "distance", rows.Select(row => row.Finding.Test!.Distances[row.Radius]), "Distance", "m",
                "Radius of the neighbourhood."),
            Column.Of(
                "estimate", rows.Select(row => row.Finding.Test!.Observed[row.Radius]), "M", "ratio",
                "1 means no concentration.", recommended: true),
            Column.Of(
                "pointwise_low", rows.Select(row => row.Finding.Test!.Pointwise.Lower[row.Radius]), "Pointwise lower",
                "ratio", "Lower limit at this distance alone."),
            Column.Of(
                "pointwise_high", rows.Select(row => row.Finding.Test!.Pointwise.Upper[row.Radius]),
                "Pointwise upper", "ratio", "Upper limit at this distance alone."),
            Column.Of(
                "global_low", rows.Select(row => row.Finding.Test!.Global.Lower[row.Radius]), "Global lower", "ratio",
                "Lower limit for the whole curve."),
            Column.Of(
                "global_high", rows.Select(row => row.Finding.Test!.Global.Upper[row.Radius]), "Global upper",
                "ratio", "Upper limit for the whole curve."));
    }
}
