using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Who advises whom, in which role; firms are numbered, never named.</summary>
internal static class NetworkSection
{
    private const double LeastResponse = 0.8;
    private const int LeastFirms = 20;

    public static Section Compose(Findings findings)
    {
        if (findings.Network is not { } network)
        {
            return new Section("network", [new ParagraphBlock([Sentence.Of("network.none")], Tone.Caution)]);
        }

        List<Block> blocks =
        [
            new ParagraphBlock([Sentence.Of(
                "network.cohesion",
                ("firms", network.Graph.NodeCount),
                ("ties", network.Graph.TieCount),
                ("density", network.Cohesion.Density),
                ("reciprocity", network.Cohesion.ReciprocityEdgewise),
                ("transitivity", network.Cohesion.Transitivity))]),
        ];
        if (network.Graph.NodeCount < LeastFirms)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("network.too_small")], Tone.Caution));
            return new Section("network", blocks);
        }

        blocks.Add(Roles(network));
        if (!(network.Response >= LeastResponse))
        {
            blocks.Add(new ParagraphBlock([Sentence.Of(
                "network.low_response",
                ("response", double.IsNaN(network.Response) ? 0 : network.Response))], Tone.Caution));
        }

        blocks.Add(
            network.Places.Count > 0 ? Drawing(network) : new ParagraphBlock([Sentence.Of("network.too_large")]));
        blocks.Add(new TableBlock(RoleCounts(network), Sentence.Of("network.roles_caption")));
        return new Section("network", blocks);
    }

    /// <summary>Gives the firms by role; they add up to the firms of the network, so one role never goes missing alone.</summary>
    public static Table RoleCounts(KnowledgeNetwork network) => SmallCells.SuppressWithComplement(network.Roles.ToCounts());

    // What the table holds back is not told in the sentence beside it either.
    private static ParagraphBlock Roles(KnowledgeNetwork network)
    {
        Table counts = RoleCounts(network);
        double Count(KnowledgeRole role) => counts.Numbers("n")[counts.Texts("role").ToList().IndexOf(Words.Of(role))];
        (double gatekeepers, double isolates) = (Count(KnowledgeRole.TechnologicalGatekeeper), Count(KnowledgeRole.Isolate));
        return new(
            [
                double.IsNaN(gatekeepers) || double.IsNaN(isolates)
                    ? Sentence.Of("network.roles_held_back", ("firms", network.Graph.NodeCount))
                    : Sentence.Of(
                        "network.roles", ("gatekeepers", gatekeepers), ("isolates", isolates), ("firms", network.Graph.NodeCount)),
                Sentence.Of("network.stability", ("share", network.Roles.ShareThatChanges)),
            ],
            Tone.Finding);
    }

    private static FigureBlock Drawing(KnowledgeNetwork network)
    {
        Table nodes = Table.Of(
            "network_nodes",
            Column.Of(
                "firm", network.Places.Select((_, i) => (string?)FormattableString.Invariant($"{i + 1}")), "Firm",
                "A number without meaning."),
            Column.Of("x", network.Places.Select(place => Math.Round(place.X, 4)), "x", "", "Place on the drawing."),
            Column.Of("y", network.Places.Select(place => Math.Round(place.Y, 4)), "y", "", "Place on the drawing."),
            Column.Of("role", network.Roles.Roles.Select(role => (string?)Words.Spaced(role)), "Role", "Role in the knowledge network."),
            Column.Of(
                "degree", network.Roles.Received.Zip(network.Roles.Given, (received, given) => received + given),
                "Ties", "", "Ties given and received."));
        (int From, int To)[] ties = [.. network.Graph.Ties().Select(
            tie => (Math.Min(tie.From, tie.To), Math.Max(tie.From, tie.To))).Distinct()];
        Table edges = Table.Of(
            "network_edges",
            Column.Of(
                "from_x", ties.Select(tie => Math.Round(network.Places[tie.From].X, 4)), "x", "",
                "Beginning of the line."),
            Column.Of(
                "from_y", ties.Select(tie => Math.Round(network.Places[tie.From].Y, 4)), "y", "",
                "Beginning of the line."),
            Column.Of("to_x", ties.Select(tie => Math.Round(network.Places[tie.To].X, 4)), "x", "", "End of the line."),
            Column.Of(
                "to_y", ties.Select(tie => Math.Round(network.Places[tie.To].Y, 4)), "y", "", "End of the line."));
        return new FigureBlock(
            "network",
            FigureKind.Network,
            new Dictionary<string, Table> { ["nodes"] = nodes, ["edges"] = edges },
            Sentence.Of("network.caption"),
            Sentence.Of("network.alt", ("firms", network.Graph.NodeCount), ("ties", network.Graph.TieCount)));
    }
}
