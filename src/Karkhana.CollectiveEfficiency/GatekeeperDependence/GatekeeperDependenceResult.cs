using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How much a network depends on its gatekeepers.</summary>
public sealed record GatekeeperDependenceResult : ITidyResult
{
    /// <summary>Gets the standing of the whole network.</summary>
    public required NetworkStanding Standing { get; init; }

    /// <summary>Gets the firms through which outside knowledge comes in.</summary>
    public required int OpenFirms { get; init; }

    /// <summary>Gets the gatekeepers.</summary>
    public required IReadOnlyList<string> Gatekeepers { get; init; }

    /// <summary>Gets the loss when each gatekeeper leaves alone.</summary>
    public required IReadOnlyList<GatekeeperLoss> Losses { get; init; }

    /// <summary>Gets the comparison with firms drawn at random; empty without gatekeepers.</summary>
    public required IReadOnlyList<DependenceRow> Rows { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one row per loss.</summary>
    /// <returns>The table <c>gatekeeper_dependence</c>.</returns>
    public Table ToTable() => Table.Of(
        "gatekeeper_dependence",
        Column.Of("measure", Rows.Select(row => (string?)row.Measure), "Loss", "What is lost among the firms that stay."),
        Column.Of("estimate", Rows.Select(row => row.Expected), "Expected", "share", "Mean loss when one gatekeeper leaves.", recommended: true),
        Column.Of("worst", Rows.Select(row => row.Worst), "Worst", "share", "Greatest loss when one gatekeeper leaves."),
        Column.Of("any_firm", Rows.Select(row => row.AnyFirm), "Any firm", "share", "Mean loss when one firm leaves, each as likely."),
        Column.Of("all", Rows.Select(row => row.All), "All leave", "share", "Loss when all gatekeepers leave."),
        Column.Of("random", Rows.Select(row => row.Random), "Random set", "share", "Mean loss when as many random firms leave."),
        Column.Of("random_low", Rows.Select(row => row.RandomLow), "Random, low", "share", "2.5 % of random sets lose less."),
        Column.Of("random_high", Rows.Select(row => row.RandomHigh), "Random, high", "share", "2.5 % of random sets lose more."),
        Column.Of("p_value", Rows.Select(row => row.PValue), "p", "", "Share of random sets that lose at least as much as all gatekeepers."));

    /// <summary>Gives one row per gatekeeper.</summary>
    /// <returns>The table <c>gatekeeper_losses</c>.</returns>
    public Table ToFirms() => Table.Of(
        "gatekeeper_losses",
        Column.Of("firm", Gatekeepers, "Firm", "Firm id of the register."),
        Column.Of("reached", Losses.Select(loss => loss.Reached), "Reached", "share", "Firms that outside knowledge reaches no more.", recommended: true),
        Column.Of("near", Losses.Select(loss => loss.Near), "Near", "share", "Firms no longer within two steps of outside knowledge."),
        Column.Of("fragmentation", Losses.Select(loss => loss.Fragmentation), "Fragmentation", "share", "Pairs of firms no longer joined."),
        Column.Of("density", Losses.Select(loss => loss.Density), "Density", "share", "Density before minus that among the others."));
}
