using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>What a table says of the nodes of a network.</summary>
internal static class NodeAttributes
{
    public static InputSpec Groups { get; } = new("attributes", "id and group of each node");

    /// <summary>Gives the cell of each node, matched by id; null where there is none.</summary>
    public static string?[] Cells(Graph graph, BoundTable table, string role)
    {
        string[] ids = table.Texts("id");
        string?[] cells = table.CellsOf(table.ColumnsOf(role)[0]);
        Dictionary<string, string?> byNode = new(StringComparer.Ordinal);
        for (int row = 0; row < ids.Length; row++)
        {
            Require.That(byNode.TryAdd(ids[row], cells[row]), "attributes", $"must have one row per node; {ids[row]} came more than once");
        }

        return [.. graph.Nodes.Select(id => byNode.GetValueOrDefault(id))];
    }
}
