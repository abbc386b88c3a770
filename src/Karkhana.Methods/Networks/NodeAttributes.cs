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
        Dictionary<string, int> rows = Rows(table);
        string?[] cells = table.CellsOf(table.ColumnsOf(role)[0]);
        return [.. graph.Nodes.Select(id => rows.TryGetValue(id, out int row) ? cells[row] : null)];
    }

    /// <summary>Gives the number of each node, matched by id; NaN where there is none.</summary>
    public static double[] Numbers(Graph graph, BoundTable table, string role)
    {
        Dictionary<string, int> rows = Rows(table);
        double[] numbers = table.Numbers(role);
        return [.. graph.Nodes.Select(id => rows.TryGetValue(id, out int row) ? numbers[row] : double.NaN)];
    }

    private static Dictionary<string, int> Rows(BoundTable table)
    {
        string[] ids = table.Texts("id");
        Dictionary<string, int> rows = new(ids.Length, StringComparer.Ordinal);
        for (int row = 0; row < ids.Length; row++)
        {
            Require.That(rows.TryAdd(ids[row], row), table.Input, $"must have one row per node; {ids[row]} came more than once");
        }

        return rows;
    }
}
