using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Data.Surveys;
using Karkhana.Methods.Networks;

namespace Karkhana.Diagnosis;

/// <summary>The knowledge network of the firms in focus, with roles and a drawing.</summary>
/// <param name="Cohesion">Density, reciprocity and the like.</param>
/// <param name="Roles">The role of each firm.</param>
/// <param name="CoreNumbers">The core of each firm.</param>
/// <param name="Betweenness">How often each firm lies between two others.</param>
/// <param name="Places">Where each firm is drawn; empty for networks too large to draw.</param>
/// <param name="Graph">The ties.</param>
/// <param name="Response">The share of the firms of the network that answered the survey; NaN without a survey.</param>
public sealed record KnowledgeNetwork(
    CohesionResult Cohesion,
    KnowledgeRolesResult Roles,
    IReadOnlyList<int> CoreNumbers,
    IReadOnlyList<double> Betweenness,
    IReadOnlyList<(double X, double Y)> Places,
    Graph Graph,
    double Response)
{
    private const string Advice = "advice";
    private const int MostDrawn = 800;

    internal static KnowledgeNetwork? Of(
        TieTable? ties, Focus focus, Survey? survey, ulong seed, CancellationToken cancellationToken)
    {
        TieTable? knowledge = ties?.OfKind(Advice);
        if (ties is null || knowledge is null || knowledge.Count == 0)
        {
            return null;
        }

        HashSet<int> tied = [.. knowledge.From, .. knowledge.To];
        HashSet<int> surveyed = survey is null ? [] : [.. survey.Firms];
        int[] nodes = [.. focus.Firms.Where(
            (firm, i) => tied.Contains(firm) || focus.Clustered[i])];
        if (nodes.Length < 3)
        {
            return null;
        }

        Dictionary<int, int> place = nodes.Select((firm, i) => (firm, i)).ToDictionary(pair => pair.firm, pair => pair.i);
        Graph graph = Graph.Of(
            [.. nodes.Select(firm => ties.FirmIds[firm])],
            Enumerable.Range(0, knowledge.Count)
                .Where(tie => place.ContainsKey(knowledge.From[tie]) && place.ContainsKey(knowledge.To[tie]))
                .Select(tie => (place[knowledge.From[tie]], place[knowledge.To[tie]], knowledge.Values[tie])));
        return new KnowledgeNetwork(
            Methods.Networks.Cohesion.Estimate(graph, cancellationToken: cancellationToken),
            KnowledgeRoles.Estimate(graph, Openness(nodes, survey)),
            [.. CoreNumber.Estimate(graph, new CoreNumberOptions { Directed = false }, null, cancellationToken).Estimate.Select(core => (int)core)],
            BetweennessCentrality.Estimate(graph, cancellationToken: cancellationToken).Estimate,
            nodes.Length <= MostDrawn ? ForceLayout.Estimate(graph, seed, cancellationToken) : [],
            graph,
            survey is null ? double.NaN : nodes.Count(surveyed.Contains) / (double)nodes.Length);
    }

    /// <summary>Gives one row per firm.</summary>
    /// <returns>The table <c>knowledge_roles</c>.</returns>
    public Table ToTable() => Table.Of(
        "knowledge_roles",
        [
            .. Roles.ToTable().Columns,
            Column.Of("core", CoreNumbers, "Core", "", "Largest k such that the firm lies in the k-core."),
            Column.Of(
                "betweenness", Betweenness, "Betweenness", "pairs",
                "Pairs of firms whose shortest path runs through the firm."),
        ]);

    // The summed importance of sources outside the place; NaN, read as not open, for firms that did not answer.
    private static double[] Openness(int[] nodes, Survey? survey)
    {
        if (survey is null)
        {
            return [.. Enumerable.Repeat(double.NaN, nodes.Length)];
        }

        // Importance counts from 0; an item with answers below it is on another scale and left out.
        int[] items = [.. survey.ItemsOf(Capability.Constructs.ExternalOpenness)
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
