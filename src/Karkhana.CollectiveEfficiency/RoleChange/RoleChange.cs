using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.CollectiveEfficiency;

/// <summary>How many firms keep their role in the knowledge network from one wave to the next.</summary>
public static class RoleChange
{
    /// <summary>Compares the roles of the firms that are in both waves.</summary>
    /// <remarks>
    /// Persistence: the share of the common firms with the same role, with Wilson's interval; kappa of Cohen
    /// (<see cref="CohenKappa"/>): the same beyond what the frequencies of the roles alone would give. Roles are ranks
    /// within each wave: a firm may change its role because others moved. Cost: one pass. Source: Cohen 1960,
    /// doi:10.1177/001316446002000104.
    /// </remarks>
    /// <param name="before">The roles of the first wave.</param>
    /// <param name="after">The roles of the second wave.</param>
    /// <param name="confidence">The coverage of the interval, from 0.5 to 0.9999.</param>
    /// <returns>Persistence and transitions.</returns>
    /// <exception cref="ArgumentException">No firm is in both waves.</exception>
    public static RoleChangeResult Estimate(KnowledgeRolesResult before, KnowledgeRolesResult after, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        Dictionary<string, KnowledgeRole> later = new(StringComparer.Ordinal);
        for (int firm = 0; firm < after.Firms.Count; firm++)
        {
            later.Add(after.Firms[firm], after.Roles[firm]);
        }

        (KnowledgeRole From, KnowledgeRole To)[] moves =
        [
            .. before.Firms.Select((id, firm) => (id, role: before.Roles[firm]))
                .Where(firm => later.ContainsKey(firm.id)).Select(firm => (firm.role, later[firm.id])),
        ];
        Require.That(moves.Length > 0, nameof(after), "must share a firm with the first wave; it shared none");
        CohenKappaResult kappa = CohenKappa.Estimate(
            new RatingPairs([.. moves.Select(move => move.From.ToString())], [.. moves.Select(move => move.To.ToString())]));
        return new RoleChangeResult(
            CountedShare.Of(moves.Count(move => move.From == move.To), moves.Length, confidence),
            kappa.Kappa,
            moves.CountBy(move => move).ToDictionary(pair => pair.Key, pair => pair.Value),
            kappa.Notes,
            new Provenance("collective-efficiency.role-change", FormattableString.Invariant($"confidence = {confidence}"), "Cohen 1960, doi:10.1177/001316446002000104"));
    }
}
