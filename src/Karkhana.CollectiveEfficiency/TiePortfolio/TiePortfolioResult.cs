using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The kinds of ties of a cluster, how they lie over one another, and what ties each firm has.</summary>
public sealed record TiePortfolioResult : ITidyResult
{
    /// <summary>Gets the firms.</summary>
    public required IReadOnlyList<string> Firms { get; init; }

    /// <summary>Gets one layer per kind.</summary>
    public required IReadOnlyList<TieLayer> Layers { get; init; }

    /// <summary>Gets one comparison per pair of kinds.</summary>
    public required IReadOnlyList<LayerOverlap> Overlaps { get; init; }

    /// <summary>Gets the share of tied pairs of firms that are tied by two kinds or more; NaN without ties.</summary>
    public required double Multiplexity { get; init; }

    /// <summary>Gets the number of kinds of ties of each firm.</summary>
    public required IReadOnlyList<int> Kinds { get; init; }

    /// <summary>Gets how evenly each firm's partners spread over kinds: 1 − Σ p², from 0 (one kind) to 1 − 1/kinds; NaN
    /// without partners.</summary>
    public required IReadOnlyList<double> Diversity { get; init; }

    /// <summary>Gets the partners of each firm, each counted once however tied.</summary>
    public required IReadOnlyList<int> Partners { get; init; }

    /// <summary>Gets the share of pairs tied by business that are also tied by kin; NaN when kin was not asked.</summary>
    public required double KinOverlap { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one row per kind.</summary>
    /// <returns>The table <c>tie_kinds</c>.</returns>
    public Table ToTable() => SmallCells.Suppress(Table.Of(
        "tie_kinds",
        Column.Of("kind", Layers.Select(layer => (string?)layer.Kind), "Kind", "Kind of tie."),
        Column.Of("n", Layers.Select(layer => layer.TiedFirms), "Firms", "", "Firms with at least one tie of the kind."),
        Column.Of("ties", Layers.Select(layer => (double)layer.Network.TieCount), "Ties", "", "Directed ties."),
        Column.Of("estimate", Layers.Select(layer => layer.TiedFirms / (double)Firms.Count), "Share", "share", "Share of firms with a tie of the kind.", recommended: true),
        Column.Of("density", Layers.Select(layer => layer.Density), "Density", "share", "Ties over those that could be."),
        Column.Of("reciprocity", Layers.Select(layer => layer.Reciprocity), "Reciprocity", "share", "Ties that are returned.")));

    /// <summary>Gives one row per pair of kinds.</summary>
    /// <returns>The table <c>tie_overlap</c>.</returns>
    public Table ToOverlaps() => SmallCells.Suppress(Table.Of(
        "tie_overlap",
        Column.Of("first", Overlaps.Select(overlap => (string?)overlap.First), "First", "Kind of tie."),
        Column.Of("second", Overlaps.Select(overlap => (string?)overlap.Second), "Second", "Kind of tie."),
        Column.Of("n", Overlaps.Select(overlap => overlap.Shared), "Shared", "pairs", "Pairs of firms tied by both."),
        Column.Of("estimate", Overlaps.Select(overlap => overlap.Jaccard), "Jaccard", "share", "Shared over tied by either.", recommended: true),
        Column.Of("of_first", Overlaps.Select(overlap => overlap.OfFirst), "Of first", "share", "Shared over those of the first."),
        Column.Of("of_second", Overlaps.Select(overlap => overlap.OfSecond), "Of second", "share", "Shared over those of the second."),
        Column.Of("correlation", Overlaps.Select(overlap => overlap.Correlation), "Correlation", "", "Of directed ties over ordered pairs."),
        Column.Of("p_value", Overlaps.Select(overlap => overlap.PValue), "p", "", "Of the correlation, two-sided, by permutations that move whole firms; not corrected for the number of pairs of kinds.")));

    /// <summary>Gives one row per firm.</summary>
    /// <returns>The table <c>tie_portfolios</c>.</returns>
    public Table ToFirms() => Table.Of(
        "tie_portfolios",
        Column.Of("firm", Firms, "Firm", "Firm id of the register."),
        Column.Of("partners", Partners, "Partners", "", "Firms tied to it in any way."),
        Column.Of("kinds", Kinds, "Kinds", "", "Kinds of ties that it has."),
        Column.Of("estimate", Diversity, "Diversity", "share", "0: all partners by one kind.", recommended: true));
}
