using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The roles of the firms of a network over a grid of settings.</summary>
public sealed record RoleStabilityResult : ITidyResult
{
    /// <summary>Gets the firms.</summary>
    public required IReadOnlyList<string> Firms { get; init; }

    /// <summary>Gets the grid.</summary>
    public required RoleGrid Grid { get; init; }

    /// <summary>Gets the role of each firm by the setting that the grid is compared with.</summary>
    public required IReadOnlyList<KnowledgeRole> Roles { get; init; }

    /// <summary>Gets the role that most settings give each firm.</summary>
    public required IReadOnlyList<KnowledgeRole> ModalRoles { get; init; }

    /// <summary>Gets the share of settings that give each firm its modal role.</summary>
    public required IReadOnlyList<double> ModalShares { get; init; }

    /// <summary>Gets the share of settings that give each firm the role in <see cref="Roles"/>.</summary>
    public required IReadOnlyList<double> SameShares { get; init; }

    /// <summary>Gets the entropy of each firm's roles, in nats.</summary>
    public required IReadOnlyList<double> Entropies { get; init; }

    /// <summary>Gets how many roles each firm has somewhere on the grid.</summary>
    public required IReadOnlyList<int> DistinctRoles { get; init; }

    /// <summary>Gets the roles of all firms by setting: centrality varies slowest, balance fastest.</summary>
    public required IReadOnlyList<IReadOnlyList<KnowledgeRole>> Settings { get; init; }

    /// <summary>Gets the share of firms whose role changes somewhere on the grid; NaN without firms.</summary>
    public double ShareThatChanges => DistinctRoles.Count(roles => roles > 1) / (double)DistinctRoles.Count;

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives one row per firm.</summary>
    /// <returns>The table <c>role_stability</c>.</returns>
    public Table ToTable() => Table.Of(
        "role_stability",
        Column.Of("firm", Firms, "Firm", "Firm id of the register."),
        Column.Of("role", Roles.Select(role => (string?)Words.Of(role)), "Role", "Role by the setting of the study."),
        Column.Of("modal_role", ModalRoles.Select(role => (string?)Words.Of(role)), "Modal role", "Role that most settings give."),
        Column.Of("modal_share", ModalShares, "Modal share", "share", "Share of settings with the modal role.", recommended: true),
        Column.Of("stability", SameShares, "Stability", "share", "Share of settings with the role of the study."),
        Column.Of("entropy", Entropies, "Entropy", "nats", "0: one role throughout; at most 1.79."),
        Column.Of("distinct_roles", DistinctRoles, "Roles", "", "Roles that the firm has somewhere on the grid."));

    /// <summary>Gives one row per setting with the number of firms of each role.</summary>
    /// <returns>The table <c>role_settings</c>.</returns>
    public Table ToSettings()
    {
        (CutOff Centrality, CutOff Openness, double Balance)[] settings = [.. Grid.Settings()];
        return Table.Of(
            "role_settings",
            [
                Column.Of("centrality", settings.Select(setting => (string?)setting.Centrality.Words), "Centrality", "Line of centrality."),
                Column.Of("openness", settings.Select(setting => (string?)setting.Openness.Words), "Openness", "Line of openness."),
                Column.Of("balance", settings.Select(setting => setting.Balance), "Balance", "ratio", "Given over received."),
                .. Enum.GetValues<KnowledgeRole>().Select(role => (Column)Column.Of(
                    Words.Of(role), Settings.Select(roles => roles.Count(own => own == role)), Words.Spaced(role), "firms", "Firms with this role.")),
                Column.Of(
                    "changed", Settings.Select(roles => roles.Where((role, firm) => role != Roles[firm]).Count()), "Changed", "firms",
                    "Firms with another role than by the setting of the study."),
            ]);
    }
}
