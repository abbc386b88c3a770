using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Who exchanges advice with whom; firms are numbered, never named.</summary>
internal static class NetworkSection
{
    /// <summary>The least firms of a network of which roles and drawings are shown.</summary>
    public const int LeastFirms = 20;

    private const int MostFollowed = 200; // lines of more firms run together
    private const double Level = 0.05;

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

        blocks.AddRange(Drawings(network));
        blocks.AddRange(Pairs(findings));
        blocks.Add(new ParagraphBlock(
            [Sentence.Of(
                network.Peers.RankConditionHolds ? "network.peers_possible" : "network.peers_impossible", ("rank", network.Peers.Rank),
                ("isolates", network.Peers.Isolates))],
            network.Peers.RankConditionHolds ? Tone.Plain : Tone.Caution));
        return new Section("network", blocks);
    }

    private static IEnumerable<Block> Drawings(KnowledgeNetwork network)
    {
        if (network.Places.Count > 0)
        {
            yield return NetworkFigures.Drawing(network);
        }
        else
        {
            yield return new ParagraphBlock([Sentence.Of("network.too_large")]);
        }

        if (network.Graph.NodeCount > MostFollowed)
        {
            yield return NetworkFigures.Matrix(network);
            yield return new ParagraphBlock([Sentence.Of("network.matrix_reading")]);
        }
    }

    private static IEnumerable<Block> Pairs(Findings findings)
    {
        if (findings.Ties?.Pairs is not { Rows.Count: > 0 } pairs)
        {
            yield break;
        }

        string[] more = [.. pairs.Rows.Where(row => row.AdjustedPValue <= Level && row.Correlation > 0).Select(row => Name(row.Name))];
        string[] less = [.. pairs.Rows.Where(row => row.AdjustedPValue <= Level && row.Correlation < 0).Select(row => Name(row.Name))];
        List<Sentence> said = [];
        if (more.Length > 0)
        {
            said.Add(Sentence.Of("network.pairs_more", ("covariates", string.Join(", ", more))));
        }

        if (less.Length > 0)
        {
            said.Add(Sentence.Of("network.pairs_less", ("covariates", string.Join(", ", less))));
        }

        yield return new ParagraphBlock(said.Count > 0 ? [.. said] : [Sentence.Of("network.pairs_none")], Tone.Finding);
        yield return new ParagraphBlock([Sentence.Of("network.pairs_caution")], Tone.Caution);
        Table table = pairs.ToTable();
        yield return new TableBlock(
            Table.Of(
                table.Name,
                [Column.Of("term", pairs.Rows.Select(row => (string?)Name(row.Name)), table["term"].Label, table["term"].Description), .. table.Columns.Skip(1)]),
            Sentence.Of("network.pairs_table"));
    }

    private static string Name(string covariate) => covariate switch
    {
        "same_place" => "same place",
        "distance" => "distance (km)",
        "capability_difference" => "difference in capability",
        "capability_sum" => "sum of capability",
        "log_workers_difference" => "difference in size (log workers)",
        "log_workers_sum" => "sum of size (log workers)",
        _ => $"tie of kind {covariate}",
    };
}
