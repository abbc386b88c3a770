using Karkhana.Core.Errors;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Assigns each firm its role in the knowledge network, and says how much that depends on where the lines are
/// drawn.</summary>
public static class KnowledgeRoles
{
    private const double NearZero = 1;
    private static readonly double[] Quantiles = [0.4, 0.5, 0.6];
    private static readonly double[] Balances = [1.1, 1.25, 1.5];

    /// <summary>Assigns the roles.</summary>
    /// <remarks>
    /// c = ties received + given, b = given / received. Central: c above the quantile of the c above zero; open:
    /// openness above
    /// the quantile of those above zero. In this order: isolate (c ≤ 1, not open), external star (open and not central,
    /// or open and
    /// b below the inverse of the balance), technological gatekeeper (central, open), active mutual exchanger (central,
    /// not open,
    /// not an absorber), absorber (b below the inverse of the balance), weak mutual exchanger. Stability: the same for
    /// all
    /// quantiles 0.4, 0.5, 0.6 of both and balances 1.1, 1.25, 1.5; the share of these 27 settings that give a firm the
    /// same role.
    /// Cost: ties + 27 n. Source: Giuliani and Bell 2005, doi:10.1016/j.respol.2004.10.008, for the roles; the cut-offs
    /// are ours
    /// (framework 1.5). Agrees with: the worked example of the framework.
    /// </remarks>
    /// <param name="network">Ties from the giver of knowledge to its receiver.</param>
    /// <param name="openness">External openness of each firm, zero or greater; NaN counts as not known and not
    /// open.</param>
    /// <param name="options">Where the lines are drawn.</param>
    /// <returns>Roles, degrees and stability.</returns>
    /// <exception cref="ArgumentException">Lengths differ or an openness is negative.</exception>
    public static KnowledgeRolesResult Estimate(
        Graph network, IReadOnlyList<double> openness, KnowledgeRolesOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(openness);
        Require.SameLength(network.NodeCount, openness.Count, nameof(openness));
        Require.That(openness.All(value => !(value < 0)), nameof(openness), "must be zero or greater");
        options ??= new KnowledgeRolesOptions();
        DegreeCentralityResult degrees = DegreeCentrality.Estimate(network);
        KnowledgeRole[] roles = Assign(degrees, openness, options);
        KnowledgeRole[][] grid =
        [
            .. from centrality in Quantiles
               from open in Quantiles
               from balance in Balances
               select Assign(degrees, openness, new KnowledgeRolesOptions { CentralityQuantile = centrality, OpennessQuantile = open, Balance = balance }),
        ];
        double[] stability = [.. roles.Select(
            (role, firm) => grid.Count(setting => setting[firm] == role) / (double)grid.Length)];
        return new KnowledgeRolesResult(network.Nodes, roles, degrees.Indegree, degrees.Outdegree, openness, stability);
    }

    private static KnowledgeRole[] Assign(
        DegreeCentralityResult degrees, IReadOnlyList<double> openness, KnowledgeRolesOptions options)
    {
        double central = QuantileAboveZero(degrees.Total, options.CentralityQuantile);
        double open = QuantileAboveZero(openness, options.OpennessQuantile);
        return [.. Enumerable.Range(0, degrees.Nodes.Count).Select(firm => RoleOf(
            degrees.Total[firm],
            degrees.Outdegree[firm] / degrees.Indegree[firm],
            degrees.Total[firm] > central,
            openness[firm] > open,
            options.Balance))];
    }

    private static KnowledgeRole RoleOf(double degree, double balance, bool central, bool open, double line)
    {
        bool absorbs = balance < 1 / line;
        return (central, open, absorbs) switch
        {
            (_, false, _) when degree <= NearZero => KnowledgeRole.Isolate,
            (false, true, _) or (true, true, true) => KnowledgeRole.ExternalStar,
            (true, true, false) => KnowledgeRole.TechnologicalGatekeeper,
            (true, false, false) => KnowledgeRole.ActiveMutualExchanger,
            (_, _, true) => KnowledgeRole.Absorber,
            _ => KnowledgeRole.WeakMutualExchanger,
        };
    }

    private static double QuantileAboveZero(IReadOnlyList<double> values, double probability)
    {
        double[] positive = [.. values.Where(value => value > 0).Order()];
        return positive.Length == 0 ? 0 : Core.Inference.Quantiles.Type7(positive, probability);
    }
}
