using Karkhana.Core.Tables;
using Karkhana.Data.Results.Networks;
using Karkhana.Diagnosis.Sections;

namespace Karkhana.Diagnosis.NetworkFiles;

/// <summary>The network of advice as the report draws it: numbers instead of firms, in the order of their places on the drawing.</summary>
/// <remarks>A place on the drawing comes from a seeded layout, so that the order says nothing of the register. Roles that the
/// table of roles holds back are one class, as on the drawing.</remarks>
internal static class PublishedNetwork
{
    public const string Name = "networks/advice";

    /// <summary>Gives the network; null when there is none, it is not drawn, or it has too few firms.</summary>
    public static NetworkTables? Of(Findings findings)
    {
        if (findings.Network is not { Places.Count: >= SmallCells.LeastFirms } network)
        {
            return null;
        }

        (double X, double Y)[] places = [.. network.Places.Select(place => (Math.Round(place.X, 4), Math.Round(place.Y, 4)))];
        int[] order = [.. Enumerable.Range(0, places.Length).OrderBy(firm => places[firm])];
        int[] rank = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            rank[order[i]] = i;
        }

        string NumberOf(int firm) => FormattableString.Invariant($"{rank[firm] + 1}");
        string[] roles = [.. RoleSection.ShownRoles(network)];
        (int From, int To)[] ties = [.. network.Graph.Ties().Select(tie => (tie.From, tie.To))
            .OrderBy(tie => rank[tie.From]).ThenBy(tie => rank[tie.To])];
        Table nodes = Table.Of(
            "nodes",
            [
                Column.Of("id", order.Select(firm => (string?)NumberOf(firm))),
                Column.Of("x", order.Select(firm => places[firm].X)),
                Column.Of("y", order.Select(firm => places[firm].Y)),
                Column.Of("role", order.Select(firm => (string?)roles[firm])),
                .. Mark(findings, order.Length),
            ]);
        return NetworkTables.Of(nodes, Table.Of(
            "ties",
            [
                Column.Of("from", ties.Select(tie => (string?)NumberOf(tie.From))),
                Column.Of("to", ties.Select(tie => (string?)NumberOf(tie.To))),
                .. Mark(findings, ties.Length),
            ]));
    }

    private static Column[] Mark(Findings findings, int rows) =>
        findings.Study.IsSynthetic ? [Column.Of("synthetic", Enumerable.Repeat(true, rows))] : [];
}
