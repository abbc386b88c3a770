using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Documents;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>Which roles firms have in the exchange of knowledge, how far these hold, and what hangs on gatekeepers.</summary>
internal static class RoleSection
{
    /// <summary>What the roles are called of which the table holds the number back.</summary>
    public const string HeldBack = "roles held back";

    private const double Steady = 0.9;

    private static readonly KnowledgeRole[] All = Enum.GetValues<KnowledgeRole>();

    public static Section Compose(Findings findings)
    {
        if (findings.Network is not { } network || network.Graph.NodeCount < NetworkSection.LeastFirms)
        {
            return new Section("roles", [new ParagraphBlock([Sentence.Of("roles.none", ("least", NetworkSection.LeastFirms))], Tone.Caution)]);
        }

        Table counts = Counts(network);
        List<Block> blocks = [Said(network, counts), new TableBlock(counts, Sentence.Of("roles.caption", ("settings", network.Stability.Grid.Count)))];
        if (network.Roles.Openness.All(double.IsNaN))
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("roles.no_openness")], Tone.Caution));
        }
        else if (network.Roles.RolesInDoubt >= SmallCells.LeastFirms)
        {
            blocks.Add(new ParagraphBlock([Sentence.Of("roles.in_doubt", ("firms", network.Roles.RolesInDoubt))], Tone.Caution));
        }

        blocks.Add(Moves(network, counts));
        blocks.AddRange(GatekeeperBlocks.Compose(findings, IsShown(counts, KnowledgeRole.TechnologicalGatekeeper)));
        return new Section("roles", blocks);
    }

    /// <summary>Gives the firms by role with how far the role holds; roles add up to the firms of the network, so one never
    /// goes missing alone.</summary>
    public static Table Counts(KnowledgeNetwork network)
    {
        double[] MeanOf(Func<int, double> value) => [.. All.Select(role => Sums.Mean(
            [.. Enumerable.Range(0, network.Graph.NodeCount).Where(firm => network.Roles.Roles[firm] == role).Select(value)]))];
        Table counts = network.Roles.ToCounts();
        return SmallCells.SuppressWithComplement(Table.Of(
            counts.Name,
            [
                .. counts.Columns.Where(column => column.Name != "stability"),
                Column.Of(
                    "stability", MeanOf(firm => network.Stability.SameShares[firm]), "Stability", "share",
                    "Mean share of the settings of the cut-offs in which a firm has the same role."),
                Column.Of(
                    "steady", MeanOf(firm => network.Stability.SameShares[firm] >= Steady ? 1 : 0), "Steady", "share",
                    "Share of the firms of the role that have it in 90 % of the settings or more."),
            ]));
    }

    /// <summary>Says whether the number of gatekeepers is told.</summary>
    public static bool TellsGatekeepers(Findings findings) =>
        findings.Network is { } network && IsShown(Counts(network), KnowledgeRole.TechnologicalGatekeeper);

    private static bool IsShown(Table counts, KnowledgeRole role) => !double.IsNaN(Count(counts, role));

    /// <summary>Gives the role of each firm; those held back are one.</summary>
    public static IEnumerable<string> ShownRoles(KnowledgeNetwork network)
    {
        Table counts = Counts(network);
        return network.Roles.Roles.Select(role => IsShown(counts, role) ? Words.Spaced(role) : HeldBack);
    }

    private static double Count(Table counts, KnowledgeRole role) => counts.Numbers("n")[counts.Texts("role").ToList().IndexOf(Words.Of(role))];

    // What the table holds back is not told in the sentence beside it either.
    private static ParagraphBlock Said(KnowledgeNetwork network, Table counts)
    {
        (double gatekeepers, double isolates) = (Count(counts, KnowledgeRole.TechnologicalGatekeeper), Count(counts, KnowledgeRole.Isolate));
        return new(
            [
                double.IsNaN(gatekeepers) || double.IsNaN(isolates)
                    ? Sentence.Of("roles.counts_held_back", ("firms", network.Graph.NodeCount))
                    : Sentence.Of("roles.counts", ("gatekeepers", gatekeepers), ("isolates", isolates), ("firms", network.Graph.NodeCount)),
                Sentence.Of(
                    "roles.stability", ("settings", network.Stability.Grid.Count),
                    ("mean", Sums.Mean([.. network.Stability.SameShares])),
                    ("steady", network.Stability.SameShares.Count(share => share >= Steady) / (double)network.Graph.NodeCount),
                    ("least", Steady)),
            ],
            Tone.Finding);
    }

    // Rows of roles held back would give their firms away; where firms of the others go is a mean over five or more.
    private static FigureBlock Moves(KnowledgeNetwork network, Table counts)
    {
        KnowledgeRole[] shown = [.. All.Where(role => Count(counts, role) >= SmallCells.LeastFirms)];
        (KnowledgeRole From, KnowledgeRole To)[] pairs = [.. shown.SelectMany(from => All.Select(to => (from, to)))];
        double[] shares = [.. pairs.Select(pair => ShareOf(network, pair.From, pair.To))];
        Table cells = Table.Of(
            "role_cells",
            Column.Of("row", pairs.Select(pair => (string?)Words.Spaced(pair.From)), "Role here", "Role by the cut-offs of this report."),
            Column.Of("column", pairs.Select(pair => (string?)Words.Spaced(pair.To)), "Role elsewhere", "Role by other cut-offs."),
            Column.Of("estimate", shares, "Share of settings", "share", "Mean over the firms of the role."),
            Column.Of("label", shares.Select(share => (string?)FormattableString.Invariant($"{share * 100:0}%")), "Share", "In per cent."));
        return new FigureBlock(
            "role_stability", FigureKind.HeatTable, new Dictionary<string, Table> { ["cells"] = cells },
            Sentence.Of("roles.moves_caption", ("settings", network.Stability.Grid.Count)), Sentence.Of("roles.moves_alt", ("roles", shown.Length)));
    }

    private static double ShareOf(KnowledgeNetwork network, KnowledgeRole from, KnowledgeRole to)
    {
        int[] firms = [.. Enumerable.Range(0, network.Graph.NodeCount).Where(firm => network.Roles.Roles[firm] == from)];
        long times = network.Stability.Settings.Sum(roles => (long)firms.Count(firm => roles[firm] == to));
        return times / ((double)firms.Length * network.Stability.Settings.Count);
    }
}
