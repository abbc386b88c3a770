using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Agglomeration;

/// <summary>How exposures change with the distance that was chosen.</summary>
public sealed record ExposureSensitivityResult : ITidyResult
{
    /// <summary>Gets one row per advantage, distance and group.</summary>
    public required IReadOnlyList<ExposureSensitivityRow> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "exposure_sensitivity",
        Column.Of("advantage", Rows.Select(row => (string?)row.AdvantageId), "Advantage", "Id of the agglomeration advantage."),
        Column.Of("distance", Rows.Select(row => row.Kilometres), "Distance", "km", "Decay and radius that were used."),
        Column.Of("group", Rows.Select(row => (string?)row.Group), "Group", "Clustered or dispersed firms; all when they are not compared."),
        Column.Of(
            "n", Rows.Select(row => row.Firms ?? double.NaN), "Firms", "",
            "Firms whose exposure is known; missing when fewer than five."),
        Column.Of("estimate", Rows.Select(row => row.Mean), "Mean exposure", "share", "Mean rank-normalised exposure.", recommended: true),
        Column.Of(
            "rank_correlation", Rows.Select(row => row.RankCorrelation), "Rank correlation", "",
            "Spearman's, over all firms, with the exposure at the default distance; near 1 means that the distance hardly matters."));
}
