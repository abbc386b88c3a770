using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>The knowledge network as lines between points, and as a grid.</summary>
internal static class NetworkFigures
{
    /// <summary>Draws firms and ties. Roles that the table of roles holds back are one class here, or the points could be
    /// counted.</summary>
    public static FigureBlock Drawing(KnowledgeNetwork network)
    {
        string[] shown = [.. RoleSection.ShownRoles(network)];
        int[] order = [.. Enumerable.Range(0, shown.Length).OrderBy(firm => shown[firm] == RoleSection.HeldBack)
            .ThenBy(firm => shown[firm] == RoleSection.HeldBack ? 0 : (int)network.Roles.Roles[firm])];
        Table nodes = Table.Of(
            "network_nodes",
            Column.Of(
                "firm", order.Select((_, i) => (string?)FormattableString.Invariant($"{i + 1}")), "Firm",
                "A number without meaning."),
            Column.Of("x", order.Select(firm => Math.Round(network.Places[firm].X, 4)), "x", "", "Place on the drawing."),
            Column.Of("y", order.Select(firm => Math.Round(network.Places[firm].Y, 4)), "y", "", "Place on the drawing."),
            Column.Of("role", order.Select(firm => shown[firm]), "Role", "Role in the knowledge network."),
            Column.Of(
                "degree", order.Select(firm => network.Roles.Received[firm] + network.Roles.Given[firm]),
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

    /// <summary>Draws a cell for each tie, firms in the order of their community and of their ties inside it.</summary>
    public static FigureBlock Matrix(KnowledgeNetwork network)
    {
        int[][] parts = [.. Enumerable.Range(0, network.Graph.NodeCount).GroupBy(firm => network.Communities[firm])
            .OrderByDescending(part => part.Count()).ThenBy(part => part.Key)
            .Select(part => part.OrderByDescending(firm => network.Roles.Received[firm] + network.Roles.Given[firm]).ThenBy(firm => firm).ToArray())];
        int[] order = [.. parts.SelectMany(part => part)];
        int[] place = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            place[order[i]] = i + 1;
        }

        (int From, int To)[] ties = [.. network.Graph.Ties().Select(tie => (tie.From, tie.To))];
        int[] ends = [.. parts.Where(part => part.Length > 1).Select(part => place[part[^1]])];
        int[] starts = [.. parts.Where(part => part.Length > 1).Select(part => place[part[0]])];
        Table cells = Table.Of(
            "network_cells",
            Column.Of("x", ties.Select(tie => place[tie.To]), "Receivers of advice", "", "Place of the receiver, a number without meaning."),
            Column.Of("y", ties.Select(tie => place[tie.From]), "Givers of advice", "", "Place of the giver, a number without meaning."),
            Column.Of(
                "group", ties.Select(tie => (string?)(network.Communities[tie.From] == network.Communities[tie.To] ? "within a community" : "between communities")),
                "Tie", "Within or between communities of the network."));
        Table blocks = Table.Of(
            "network_blocks",
            Column.Of("low", starts, "First", "", "First place of a community."), Column.Of("high", ends, "Last", "", "Last place of a community."));
        return new FigureBlock(
            "network_matrix",
            FigureKind.NetworkMatrix,
            new Dictionary<string, Table> { ["ties"] = cells, ["blocks"] = blocks },
            Sentence.Of("network.matrix_caption"),
            Sentence.Of("network.matrix_alt", ("firms", network.Graph.NodeCount), ("ties", ties.Length), ("communities", starts.Length)));
    }
}
