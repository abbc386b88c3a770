using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Who takes part in which joint action.</summary>
public sealed record JointActionSelectivityResult : ITidyResult
{
    /// <summary>Gets one row per joint action and group.</summary>
    public required IReadOnlyList<SelectivityRow> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one row per joint action and group; groups of fewer than five firms are held back.</summary>
    /// <returns>The table <c>joint_action_selectivity</c>.</returns>
    public Table ToTable() => SmallCells.SuppressWithComplement(Table.Of(
        "joint_action_selectivity",
        Column.Of("construct", Rows.Select(row => (string?)row.Construct), "Joint action", "Type of joint action; any: at least one."),
        Column.Of("group", Rows.Select(row => (string?)row.Group), "Group", "Group of firms."),
        Column.Of("n", Rows.Select(row => row.Firms), "Firms", "", "Firms that answered."),
        Column.Of("estimate", Rows.Select(row => Shown(row, row.Share)), "Share", "share", "Share of firms that take part; held back where one to four do, or do not.", recommended: true),
        Column.Of("conf_low", Rows.Select(row => Shown(row, row.ConfLow)), "Lower limit", "share", "Wilson interval."),
        Column.Of("conf_high", Rows.Select(row => Shown(row, row.ConfHigh)), "Upper limit", "share", "Wilson interval.")), "construct");

    // A share of nearly none or nearly all tells how many do, or do not: few firms are as easily recognised either way.
    private static double Shown(SelectivityRow row, double value)
    {
        double part = Math.Round(row.Share * row.Firms);
        return part is > 0 and < SmallCells.LeastFirms || row.Firms - part is > 0 and < SmallCells.LeastFirms ? double.NaN : value;
    }
}
