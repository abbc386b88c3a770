using Karkhana.Core.Results;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How the role of each firm changes as the lines between roles are drawn elsewhere.</summary>
public static class RoleStability
{
    private const string Source = "Giuliani & Bell 2005, doi:10.1016/j.respol.2004.10.008, for the roles; framework 1.5";

    /// <summary>Assigns the roles by every setting of a grid.</summary>
    /// <remarks>
    /// With p_r the share of settings that give a firm role r: modal role, the r of the largest p_r (when several are
    /// largest, the role by <paramref name="options"/> if among them, else the first in the order of the enumeration);
    /// entropy −Σ p_r ln p_r, from 0 (one role throughout) to ln 6 = 1.79. The settings are choices, not draws: a share
    /// is no probability of being right. Cost: settings × firms. Source: framework 1.5, step 5; Shannon 1948,
    /// doi:10.1002/j.1538-7305.1948.tb01338.x, for the entropy.
    /// </remarks>
    /// <param name="network">Ties from the giver of knowledge to its receiver.</param>
    /// <param name="openness">External openness of each firm, zero or greater; NaN counts as not known.</param>
    /// <param name="grid">The settings; <see cref="RoleGrid.Whole"/> unless given.</param>
    /// <param name="options">The setting to compare with, and what all settings share: isolates, values of ties,
    /// unknown openness.</param>
    /// <returns>The roles of each firm over the grid.</returns>
    /// <exception cref="ArgumentException">Lengths differ or an openness is negative or infinite.</exception>
    public static RoleStabilityResult Estimate(
        Graph network, IReadOnlyList<double> openness, RoleGrid? grid = null, KnowledgeRolesOptions? options = null)
    {
        options ??= new KnowledgeRolesOptions();
        RoleAssignment assignment = KnowledgeRoles.Prepare(network, openness, options);
        grid ??= RoleGrid.Whole(network.NodeCount);
        KnowledgeRole[] roles = assignment.Of(options);
        KnowledgeRole[][] settings = [.. grid.Assign(assignment, options)];
        int[][] counts = [.. roles.Select((_, firm) => CountsOf(settings, firm))];
        return new RoleStabilityResult
        {
            Firms = network.Nodes,
            Grid = grid,
            Roles = roles,
            ModalRoles = [.. counts.Select((own, firm) => ModalOf(own, roles[firm]))],
            ModalShares = [.. counts.Select(own => own.Max() / (double)grid.Count)],
            SameShares = [.. counts.Select((own, firm) => own[(int)roles[firm]] / (double)grid.Count)],
            Entropies = [.. counts.Select(own => EntropyOf(own, grid.Count))],
            DistinctRoles = [.. counts.Select(own => own.Count(count => count > 0))],
            Settings = settings,
            Notes = [],
            Provenance = new Provenance(
                "collective-efficiency.role-stability", FormattableString.Invariant($"settings = {grid.Count}"), Source),
        };
    }

    private static int[] CountsOf(KnowledgeRole[][] settings, int firm)
    {
        int[] counts = new int[Enum.GetValues<KnowledgeRole>().Length];
        foreach (KnowledgeRole[] setting in settings)
        {
            counts[(int)setting[firm]]++;
        }

        return counts;
    }

    private static KnowledgeRole ModalOf(int[] counts, KnowledgeRole own) =>
        counts[(int)own] == counts.Max() ? own : (KnowledgeRole)Array.IndexOf(counts, counts.Max());

    private static double EntropyOf(int[] counts, double settings)
    {
        double entropy = 0;
        foreach (int count in counts)
        {
            entropy -= count == 0 ? 0 : count / settings * Math.Log(count / settings);
        }

        return entropy;
    }
}
