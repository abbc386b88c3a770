using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>External economies and joint action with their parts and intervals.</summary>
public sealed record CollectiveEfficiencyProfileResult : ITidyResult
{
    /// <summary>Gets the indices.</summary>
    public required IReadOnlyList<ProfileRow> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Finds an index.</summary>
    /// <param name="measure"><c>level</c> or <c>change</c>.</param>
    /// <param name="index"><c>external_economies</c>, <c>joint_action</c>, <c>spontaneous_minus_active</c>.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="name">The group; <c>all</c> for totals.</param>
    /// <returns>The row.</returns>
    public ProfileRow Of(string measure, string index, JointActionAxis axis = JointActionAxis.Total, string name = "all") =>
        Rows.Single(row => row.Measure == measure && row.Index == index && row.Axis == axis && row.Name == name);

    /// <summary>Gives one row per index.</summary>
    /// <returns>The table <c>collective_efficiency_profile</c>.</returns>
    public Table ToTable() => Table.Of(
        "collective_efficiency_profile",
        Column.Of("measure", Rows.Select(row => (string?)row.Measure), "Measure", "Level (0 to 3) or change (−2 to +2)."),
        Column.Of("index", Rows.Select(row => (string?)row.Index), "Index", "External economies, joint action, or their difference."),
        Column.Of("axis", Rows.Select(row => (string?)Words.Of(row.Axis)), "Axis", "Along which line joint actions are told apart."),
        Column.Of("group", Rows.Select(row => (string?)row.Name), "Group", "Which of them."),
        Column.Of("n", Rows.Select(row => row.Firms), "Firms", "", "Firms that answered on at least one part."),
        Column.Of("estimate", Rows.Select(row => row.Estimate), "Index", "points", "Mean of the parts that were measured.", recommended: true),
        Column.Of("std_error", Rows.Select(row => row.StandardError), "Standard error", "points", "Over bootstrap draws of firms."),
        Column.Of("conf_low", Rows.Select(row => row.ConfLow), "Lower limit", "points", "Lower limit of the interval."),
        Column.Of("conf_high", Rows.Select(row => row.ConfHigh), "Upper limit", "points", "Upper limit of the interval."),
        Column.Of("measured", Rows.Select(row => (string?)string.Join(' ', row.Measured)), "Measured", "Parts that entered."),
        Column.Of("missing", Rows.Select(row => (string?)string.Join(' ', row.Missing)), "Missing", "Parts without answers."));
}
