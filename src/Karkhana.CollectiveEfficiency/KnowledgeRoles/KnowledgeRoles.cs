using Karkhana.Core.Errors;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Assigns each firm its role in the knowledge network, and says how much that depends on where the lines are
/// drawn.</summary>
public static class KnowledgeRoles
{
    /// <summary>Assigns the roles.</summary>
    /// <remarks>
    /// c = ties received + given, b = given / received. Central: c above its cut-off; open: openness above its cut-off. In
    /// this order: isolate (c ≤ 1, not open), external star (open and not central, or open and b below the inverse of the
    /// balance), technological gatekeeper (central, open), active mutual exchanger (central, not open, not an absorber),
    /// absorber (b below the inverse of the balance), weak mutual exchanger. Stability: the same for all quantiles 0.4,
    /// 0.5, 0.6 of both and balances 1.1, 1.25, 1.5; the share of these 27 settings that give a firm the same role; for
    /// all other rules see <see cref="RoleStability"/>. Where the openness of firms is not known, the role is given for
    /// both cases: the line is drawn among the known ones, so that only the role of that firm is in doubt.
    /// Cost: ties + 27 n. Source: Giuliani and Bell 2005, doi:10.1016/j.respol.2004.10.008, for the roles; the cut-offs
    /// are ours (framework 1.5). Agrees with: the worked example of the framework.
    /// </remarks>
    /// <param name="network">Ties from the giver of knowledge to its receiver.</param>
    /// <param name="openness">External openness of each firm, zero or greater; NaN counts as not known.</param>
    /// <param name="options">Where the lines are drawn.</param>
    /// <returns>Roles, degrees and stability.</returns>
    /// <exception cref="ArgumentException">Lengths differ or an openness is negative or infinite.</exception>
    public static KnowledgeRolesResult Estimate(
        Graph network, IReadOnlyList<double> openness, KnowledgeRolesOptions? options = null)
    {
        options ??= new KnowledgeRolesOptions();
        RoleAssignment assignment = Prepare(network, openness, options);
        KnowledgeRole[] roles = assignment.Of(options);
        KnowledgeRole[][] grid = [.. RoleGrid.Quantiles.Assign(assignment, options)];
        return new KnowledgeRolesResult(
            network.Nodes, roles, assignment.Degrees.Indegree, assignment.Degrees.Outdegree, openness,
            [.. roles.Select((role, firm) => grid.Count(setting => setting[firm] == role) / (double)grid.Length)])
        {
            RolesIfOpen = assignment.Of(options with { UnknownOpenness = UnknownOpenness.Open }),
            RolesIfNotOpen = assignment.Of(options with { UnknownOpenness = UnknownOpenness.NotOpen }),
            CentralityLine = options.Centrality.LineOf(assignment.Degrees.Total),
            OpennessLine = options.Openness.LineOf(openness),
        };
    }

    internal static RoleAssignment Prepare(Graph network, IReadOnlyList<double> openness, KnowledgeRolesOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(openness);
        Require.SameLength(network.NodeCount, openness.Count, nameof(openness));
        Require.That(
            openness.All(value => !(value < 0) && !double.IsInfinity(value)), nameof(openness),
            "must be zero or greater and finite, or NaN where it is not known");
        Require.That(
            !options.ValuedTies || network.Ties().All(tie => tie.Value > 0), nameof(network),
            "must have ties of positive value when values are added");
        return new RoleAssignment(
            DegreeCentrality.Estimate(network, new DegreeCentralityOptions { Weighted = options.ValuedTies }), openness);
    }
}
