using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The roles of all firms of a knowledge network.</summary>
/// <param name="Firms">The firms.</param>
/// <param name="Roles">The role of each.</param>
/// <param name="Received">Ties received.</param>
/// <param name="Given">Ties given.</param>
/// <param name="Openness">External openness.</param>
/// <param name="Stability">The share of the settings of the grid that give the same role.</param>
public sealed record KnowledgeRolesResult(
    IReadOnlyList<string> Firms,
    IReadOnlyList<KnowledgeRole> Roles,
    IReadOnlyList<double> Received,
    IReadOnlyList<double> Given,
    IReadOnlyList<double> Openness,
    IReadOnlyList<double> Stability)
{
    /// <summary>Gets the role that each firm has if it is open wherever its openness is not known.</summary>
    public required IReadOnlyList<KnowledgeRole> RolesIfOpen { get; init; }

    /// <summary>Gets the role that each firm has if it is not open wherever its openness is not known.</summary>
    public required IReadOnlyList<KnowledgeRole> RolesIfNotOpen { get; init; }

    /// <summary>Gets the line of centrality.</summary>
    public required double CentralityLine { get; init; }

    /// <summary>Gets the line of openness.</summary>
    public required double OpennessLine { get; init; }

    /// <summary>Gets the number of firms whose role hangs on an openness that is not known.</summary>
    public int RolesInDoubt => RolesIfOpen.Where((role, firm) => role != RolesIfNotOpen[firm]).Count();

    /// <summary>Gets the share of firms whose role changes somewhere on the grid.</summary>
    public double ShareThatChanges => Stability.Count(share => share < 1) / (double)Stability.Count;

    /// <summary>Counts the firms of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>How many.</returns>
    public int Count(KnowledgeRole role) => Roles.Count(own => own == role);

    /// <summary>Gives one row per firm.</summary>
    /// <returns>The table <c>knowledge_roles</c>.</returns>
    public Table ToTable() => Table.Of(
        "knowledge_roles",
        Column.Of("firm", Firms, "Firm", "Firm id of the register."),
        Column.Of("role", Roles.Select(role => (string?)Words.Of(role)), "Role", "Role in the knowledge network."),
        Column.Of("indegree", Received, "Received", "ties", "Advice ties received."),
        Column.Of("outdegree", Given, "Given", "ties", "Advice ties given."),
        Column.Of("openness", Openness, "Openness", "points", "Summed importance of sources outside the place."),
        Column.Of(
            "stability", Stability, "Stability", "share", "Share of 27 settings of the cut-offs with the same role."));

    /// <summary>Gives one row per role.</summary>
    /// <returns>The table <c>role_counts</c>.</returns>
    public Table ToCounts()
    {
        KnowledgeRole[] roles = Enum.GetValues<KnowledgeRole>();
        int firms = Math.Max(1, Roles.Count);
        (double Low, double High)[] limits = [.. roles.Select(role => WilsonInterval.Of(Count(role) / (double)firms, firms, NormalQuantiles.TwoSided95))];
        return Table.Of(
            "role_counts",
            Column.Of("role", roles.Select(role => (string?)Words.Of(role)), "Role", "Role in the knowledge network."),
            Column.Of("n", roles.Select(Count), "Firms", "", "Firms with this role."),
            Column.Of(
                "estimate", roles.Select(role => Count(role) / (double)firms), "Share", "share",
                "Share of the firms of the network.", recommended: true),
            Column.Of("conf_low", limits.Select(limit => limit.Low), "Low", "share", "Lower limit (Wilson), for the firms as a sample of such firms."),
            Column.Of("conf_high", limits.Select(limit => limit.High), "High", "share", "Upper limit."),
            Column.Of(
                "stability", roles.Select(role => Sums.Mean([.. Stability.Where((_, firm) => Roles[firm] == role)])),
                "Stability", "share", "Mean share of settings with the same role."));
    }

    /// <summary>Gives how many firms can have each role, whatever the openness that is not known would be.</summary>
    /// <returns>The table <c>role_bounds</c>.</returns>
    public Table ToBounds()
    {
        KnowledgeRole[] roles = Enum.GetValues<KnowledgeRole>();
        int[] firms = [.. Enumerable.Range(0, Roles.Count)];
        return Table.Of(
            "role_bounds",
            Column.Of("role", roles.Select(role => (string?)Words.Of(role)), "Role", "Role in the knowledge network."),
            Column.Of("n", roles.Select(Count), "Firms", "", "Firms with this role as unknown openness is taken."),
            Column.Of(
                "least", roles.Select(role => firms.Count(firm => RolesIfOpen[firm] == role && RolesIfNotOpen[firm] == role)),
                "Least", "firms", "Firms with this role whether they are open or not."),
            Column.Of(
                "most", roles.Select(role => firms.Count(firm => RolesIfOpen[firm] == role || RolesIfNotOpen[firm] == role)),
                "Most", "firms", "Firms that can have this role."));
    }
}
