using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis;

/// <summary>What changed in the knowledge network from one wave to the next.</summary>
/// <param name="Before">The earlier wave.</param>
/// <param name="After">The later wave.</param>
/// <param name="Ties">The ties kept, dropped and created.</param>
/// <param name="Roles">The roles kept; the openness of firms is that of the survey in both waves.</param>
public sealed record WaveChange(int Before, int After, TieChangeResult Ties, RoleChangeResult Roles)
{
    /// <summary>Compares each wave with the next, among the firms of the network.</summary>
    internal static IReadOnlyList<WaveChange> All(TieReports? advice, KnowledgeNetwork network)
    {
        int[] waves = [.. advice?.Waves ?? []];
        if (waves.Length < 2)
        {
            return [];
        }

        HashSet<int> firms = [.. network.Firms];
        TieReports among = advice! with { Reports = [.. advice.Reports.Where(report => firms.Contains(report.From) && firms.Contains(report.To))] };
        TieTable[] ties = [.. waves.Select(wave => among.OfWave(wave).ToTies())];
        KnowledgeRolesResult[] roles = [.. ties.Select(own => KnowledgeRoles.Estimate(
            KnowledgeNetwork.GraphOf(own, network.Firms), network.Roles.Openness))];
        return [.. Enumerable.Range(1, waves.Length - 1).Select(wave => new WaveChange(
            waves[wave - 1], waves[wave],
            TieChange.Estimate(ties[wave - 1], ties[wave]), RoleChange.Estimate(roles[wave - 1], roles[wave])))];
    }

    /// <summary>Gives the ties kept, dropped and created, all waves below each other.</summary>
    /// <returns>The table <c>tie_change</c>.</returns>
    internal static Table ToTies(IReadOnlyList<WaveChange> waves) => TableRows.Joined(
        "tie_change", ("waves", "Waves", "The two waves compared."), [.. waves.Select(wave => (wave.Name, wave.Ties.ToTable()))]);

    /// <summary>Gives how many firms keep their role. Who moved where is not given: with the roles of both waves known, few
    /// firms in one cell could be told from the others.</summary>
    /// <returns>The table <c>role_change</c>.</returns>
    internal static Table ToRoles(IReadOnlyList<WaveChange> waves) => TableRows.Joined(
        "role_change", ("waves", "Waves", "The two waves compared."), [.. waves.Select(wave => (wave.Name, wave.Roles.ToTable()))]);

    private string Name => FormattableString.Invariant($"{Before} to {After}");
}
