using Karkhana.Core.Tables;
using Karkhana.Diagnosis;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Networks;

namespace Karkhana.Replication;

/// <summary>Writes the model of peers in R.</summary>
internal static class PeerScript
{
    private const string Peers = "peers_";
    private const int RankWithParts = 4; // of I, G, G² and G³

    private static readonly ModelScript Model = new("peer_effects", "Whether firms take after those they learn from");

    /// <summary>Gives the script, or why there is none.</summary>
    public static ModelScript Of(LearningSample sample, KnowledgeModels? knowledge, bool allowed) =>
        knowledge?.Inputs is not { } inputs ? Model with { Reason = "there is no knowledge network of surveyed firms" }
        : knowledge.Peers.Regression is null ? Model with { Reason = knowledge.Peers.Words }
        : !allowed ? Model with { Reason = "what the study knows does not carry a claim about peers (the section on limits tells what it lacks)" }
        : Of(sample, inputs.Network, inputs.Peers, knowledge.Peers);

    /// <summary>Gives the same from what the model read and found.</summary>
    public static ModelScript Of(LearningSample sample, PeerNetworkSample network, LearningEquation equation, PeerEffectsReport report)
    {
        if (report.Regression is not { } regression)
        {
            return Model with { Reason = report.Words };
        }

        NamesInR names = new();
        string NameOf(string term) => names.Add(term, term.Replace(":", "_x_", StringComparison.Ordinal));
        EquationValues values = EquationValues.Of(sample, equation);
        string[] places = [.. report.Firms.Select(firm => sample.Places[firm]).Distinct()];
        bool clustered = places.Length >= LearningEquations.LeastPlaces;
        Dictionary<int, int> numbers = report.Firms.Select((firm, number) => (firm, number + 1)).ToDictionary(pair => pair.firm, pair => pair.Item2);
        Table firms = Table.Of("peer_effects",
        [
            Column.Of("firm", numbers.Values),
            Column.Of("place", report.Firms.Select(firm => (string?)$"place {Array.IndexOf(places, sample.Places[firm]) + 1}")),
            .. equation.Terms.Prepend(equation.Outcome).Select(term => (Column)Column.Of(NameOf(term), Of(term, values, report.Firms))),
        ]);
        (int Node, int Peer)[] ties = [.. PeerNetwork.Of(network.Ties, network.Direction).Pairs()
            .Where(tie => numbers.ContainsKey(tie.Node) && numbers.ContainsKey(tie.Peer))];
        Table links = Table.Of(
            "peer_ties", Column.Of("firm", ties.Select(tie => numbers[tie.Node])), Column.Of("peer", ties.Select(tie => numbers[tie.Peer])));
        return Model.With([Call(equation, regression, NameOf, clustered)], [($"{Model.Name}.csv", firms), ("peer_ties.csv", links)], plausible: "");
    }

    private static double[] Of(string term, EquationValues values, IReadOnlyList<int> firms)
    {
        double[][] factors = [.. LearningEquation.Factors(term).Select(factor => values.Observed[factor])];
        return [.. firms.Select(firm => factors.Aggregate(1.0, (product, factor) => product * factor[firm]))];
    }

    private static string Call(LearningEquation equation, PeerEffectsRegressionResult regression, Func<string, string> nameOf, bool clustered)
    {
        CoefficientTable found = regression.TwoStage.Coefficients;
        string Named(IEnumerable<string> terms) => CoefficientText.Vector(terms.Select(nameOf));
        string NameOf(string term) => term == "isolate" ? term : CoefficientText.Term(
            term, own => own.StartsWith(Peers, StringComparison.Ordinal) ? Peers + nameOf(own[Peers.Length..]) : nameOf(own));
        return $"""
            found <- repeat_peers(
              outcome = "{nameOf(equation.Outcome)}", terms = {Named(equation.Terms)},
              own = {Named(equation.Terms.Where(term => found.Find(term) >= 0))}, of_peers = {Named(equation.Terms.Where(term => found.Find(Peers + term) >= 0))},
              part_effects = {(regression.Rank == RankWithParts ? "TRUE" : "FALSE")}, cluster = {(clustered ? "TRUE" : "FALSE")})
            karkhana <- {CoefficientText.Of(found, NameOf)}
            check(found[rownames(karkhana), ], karkhana, "{equation.Outcome} on that of peers")
            """;
    }
}
