using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Data.Ties;
using Karkhana.Methods.Networks;

namespace Karkhana.Diagnosis;

/// <summary>The knowledge network of the firms in focus, with roles and a drawing.</summary>
public sealed record KnowledgeNetwork
{
    private const int MostDrawn = 800;

    /// <summary>Gets density, reciprocity and the like.</summary>
    public required CohesionResult Cohesion { get; init; }

    /// <summary>Gets the role of each firm.</summary>
    public required KnowledgeRolesResult Roles { get; init; }

    /// <summary>Gets how far the roles hold when the cut-offs are drawn elsewhere.</summary>
    public required RoleStabilityResult Stability { get; init; }

    /// <summary>Gets the core of each firm.</summary>
    public required IReadOnlyList<int> CoreNumbers { get; init; }

    /// <summary>Gets how often each firm lies between two others.</summary>
    public required IReadOnlyList<double> Betweenness { get; init; }

    /// <summary>Gets the community of each firm, from 1.</summary>
    public required IReadOnlyList<int> Communities { get; init; }

    /// <summary>Gets whether the network allows a model of peer effects.</summary>
    public required PeerStructureResult Peers { get; init; }

    /// <summary>Gets where each firm is drawn; empty for networks too large to draw.</summary>
    public required IReadOnlyList<(double X, double Y)> Places { get; init; }

    /// <summary>Gets the ties.</summary>
    public required Graph Graph { get; init; }

    /// <summary>Gets the position of each firm in the register.</summary>
    public required IReadOnlyList<int> Firms { get; init; }

    /// <summary>Gets the share of the firms of the network that answered the survey; NaN without a survey.</summary>
    public required double Response { get; init; }

    internal static KnowledgeNetwork? Of(
        TieTable? ties, Focus focus, Survey? survey, ulong seed, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        TieTable? knowledge = ties?.OfKind(TieKinds.Advice);
        if (ties is null || knowledge is null || knowledge.Count == 0)
        {
            return null;
        }

        HashSet<int> tied = [.. knowledge.From, .. knowledge.To];
        HashSet<int> surveyed = survey is null ? [] : [.. survey.Firms];
        int[] firms = [.. focus.Firms.Where((firm, i) => tied.Contains(firm) || focus.Clustered[i])];
        if (firms.Length < 3)
        {
            return null;
        }

        Graph graph = GraphOf(knowledge, firms);
        double[] openness = Openness(firms, survey);
        return new KnowledgeNetwork
        {
            Cohesion = Methods.Networks.Cohesion.Estimate(graph, cancellationToken: cancellationToken),
            Roles = KnowledgeRoles.Estimate(graph, openness),
            Stability = RoleStability.Estimate(graph, openness),
            CoreNumbers = [.. CoreNumber.Estimate(graph, new CoreNumberOptions { Directed = false }, null, cancellationToken).Estimate.Select(core => (int)core)],
            Betweenness = BetweennessCentrality.Estimate(graph, cancellationToken: cancellationToken).Estimate,
            Communities = CommunityDetection.Estimate(graph, new CommunityDetectionOptions { Seed = seed }, execution, cancellationToken).Community,
            Peers = PeerStructure.Estimate(graph, cancellationToken: cancellationToken),
            Places = firms.Length <= MostDrawn ? ForceLayout.Estimate(graph, seed, cancellationToken) : [],
            Graph = graph,
            Firms = firms,
            Response = survey is null ? double.NaN : firms.Count(surveyed.Contains) / (double)firms.Length,
        };
    }

    /// <summary>Puts ties among given firms into a network.</summary>
    internal static Graph GraphOf(TieTable ties, IReadOnlyList<int> firms)
    {
        Dictionary<int, int> place = firms.Select((firm, i) => (firm, i)).ToDictionary(pair => pair.firm, pair => pair.i);
        return Graph.Of(
            [.. firms.Select(firm => ties.FirmIds[firm])],
            Enumerable.Range(0, ties.Count)
                .Where(tie => place.ContainsKey(ties.From[tie]) && place.ContainsKey(ties.To[tie]))
                .Select(tie => (place[ties.From[tie]], place[ties.To[tie]], ties.Values[tie])));
    }

    /// <summary>Gives one row per firm.</summary>
    /// <returns>The table <c>knowledge_roles</c>.</returns>
    public Table ToTable()
    {
        // One stability is enough: that over the whole grid, not over its inner part.
        Table stability = Stability.ToTable();
        return Table.Of(
            "knowledge_roles",
            [
                .. Roles.ToTable().Columns.Where(column => column.Name != "stability"),
                .. new[] { "stability", "modal_role", "modal_share", "entropy", "distinct_roles" }.Select(name => stability[name]),
                Column.Of("core", CoreNumbers, "Core", "", "Largest k such that the firm lies in the k-core."),
                Column.Of(
                    "betweenness", Betweenness, "Betweenness", "pairs",
                    "Pairs of firms whose shortest path runs through the firm."),
                Column.Of("community", Communities, "Community", "", "Part of the network with denser ties inside."),
            ]);
    }

    // The summed importance of sources outside the place; NaN, read as not open, for firms that did not answer.
    private static double[] Openness(int[] nodes, Survey? survey)
    {
        if (survey is null)
        {
            return [.. Enumerable.Repeat(double.NaN, nodes.Length)];
        }

        // Importance counts from 0; an item with answers below it is on another scale and left out.
        int[] items = [.. survey.ItemsOf(Constructs.ExternalOpenness)
            .Where(item => survey.Answers[item].All(answer => !(answer < 0)))];
        Dictionary<int, double> byFirm = [];
        for (int respondent = 0; respondent < survey.Respondents; respondent++)
        {
            double[] known = [.. items.Select(
                item => survey.Answers[item][respondent]).Where(answer => !double.IsNaN(answer))];
            byFirm[survey.Firms[respondent]] = known.Length == 0 ? double.NaN : Sums.Mean(known) * items.Length;
        }

        return [.. nodes.Select(firm => byFirm.GetValueOrDefault(firm, double.NaN))];
    }
}
