using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Change of joint action by type against performance.</summary>
public sealed record JointActionPerformanceResult : ITidyResult
{
    private static readonly string[] Thirds = ["low", "middle", "high"];

    /// <summary>Gets one row per type, the mean over types last.</summary>
    public required IReadOnlyList<JointActionPerformanceRow> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one row per type with the correlation.</summary>
    /// <returns>The table <c>joint_action_performance</c>.</returns>
    public Table ToTable() => SmallCells.Suppress(Table.Of(
        "joint_action_performance",
        Column.Of("type", Rows.Select(row => (string?)row.Type), "Joint action", "Type of joint action."),
        Column.Of("n", Rows.Select(row => row.Firms), "Firms", "", "Firms of which both are known."),
        Column.Of("estimate", Rows.Select(row => row.Correlation), "Correlation", "", "Spearman's correlation of change with performance.", recommended: true),
        Column.Of("conf_low", Rows.Select(row => row.CorrelationInterval.Low), "Lower limit", "", "Bootstrap percentile."),
        Column.Of("conf_high", Rows.Select(row => row.CorrelationInterval.High), "Upper limit", "", "Bootstrap percentile."),
        Column.Of("p_value", Rows.Select(row => row.PValue), "p", "", "Permutation, two-sided."),
        Column.Of("q_value", Rows.Select(row => row.QValue), "q", "", "Corrected for the number of types."),
        Column.Of("difference", Rows.Select(row => row.Difference), "High less low", "points", "Mean change of the high tercile less the low one."),
        Column.Of("difference_low", Rows.Select(row => row.DifferenceInterval.Low), "Lower limit", "points", "Bootstrap percentile."),
        Column.Of("difference_high", Rows.Select(row => row.DifferenceInterval.High), "Upper limit", "points", "Bootstrap percentile.")));

    /// <summary>Gives one row per type and tercile of performance; terciles of fewer than five firms are held back.</summary>
    /// <returns>The table <c>joint_action_terciles</c>.</returns>
    public Table ToTerciles()
    {
        (JointActionPerformanceRow Row, int Third)[] rows = [.. Rows.Where(row => row.TercileMeans.Count > 0)
            .SelectMany(row => Enumerable.Range(0, Thirds.Length).Select(third => (row, third)))];
        return SmallCells.Suppress(Table.Of(
            "joint_action_terciles",
            Column.Of("type", rows.Select(row => (string?)row.Row.Type), "Joint action", "Type of joint action."),
            Column.Of("tercile", rows.Select(row => (string?)Thirds[row.Third]), "Performance", "Third of the firms by performance."),
            Column.Of("n", rows.Select(row => row.Row.TercileFirms[row.Third]), "Firms", "", "Firms of the third whose change is known."),
            Column.Of("estimate", rows.Select(row => row.Row.TercileMeans[row.Third]), "Change", "−2 to +2", "Mean change.", recommended: true),
            Column.Of("conf_low", rows.Select(row => row.Row.TercileIntervals[row.Third].Low), "Lower limit", "", "Bootstrap percentile."),
            Column.Of("conf_high", rows.Select(row => row.Row.TercileIntervals[row.Third].High), "Upper limit", "", "Bootstrap percentile.")));
    }
}
