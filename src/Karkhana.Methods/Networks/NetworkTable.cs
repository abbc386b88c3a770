using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>The nodes and the cells that the table of a network names, before anything is left out.</summary>
/// <param name="Nodes">The ids: those of the rows of a matrix, or those of the ties in ordinal order.</param>
/// <param name="Cells">Sender, receiver and value; NaN where the cell was empty.</param>
internal sealed record NetworkTable(IReadOnlyList<string> Nodes, IReadOnlyList<(int From, int To, double Value)> Cells)
{
    /// <summary>Reads a square matrix with an id column, or from and to with an optional weight.</summary>
    public static NetworkTable Read(BoundTable table, bool missingWeights) =>
        table.Has("id") ? ReadMatrix(table) : ReadEdges(table, missingWeights);

    private static NetworkTable ReadMatrix(BoundTable table)
    {
        string[] nodes = table.Texts("id");
        IReadOnlyList<string> columns = table.UnboundColumns();
        Require.SameLength(nodes.Length, columns.Count, table.Input);
        HashSet<string> ids = new(nodes, StringComparer.Ordinal);
        string? repeated = nodes.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require.That(repeated is null, table.Input, $"must name every node once; {repeated} came more than once");
        Require.That(
            !ids.SetEquals(columns) || columns.SequenceEqual(nodes, StringComparer.Ordinal),
            table.Input, "must have its columns in the order of its rows; they were in another");
        List<(int, int, double)> cells = new(nodes.Length * nodes.Length);
        for (int to = 0; to < columns.Count; to++)
        {
            double[] column = table.NumbersOf(columns[to]);
            for (int from = 0; from < column.Length; from++)
            {
                cells.Add((from, to, column[from]));
            }
        }

        return new NetworkTable(nodes, cells);
    }

    private static NetworkTable ReadEdges(BoundTable table, bool missingWeights)
    {
        (string[] from, string[] to) = (table.Texts("from"), table.Texts("to"));
        double[]? weights = !table.Has("weight") ? null : missingWeights ? table.Numbers("weight") : table.CompleteNumbers("weight");
        string[] nodes = [.. new HashSet<string>(from.Concat(to), StringComparer.Ordinal)];
        Array.Sort(nodes, StringComparer.Ordinal);
        Dictionary<string, int> at = new(nodes.Length, StringComparer.Ordinal);
        for (int i = 0; i < nodes.Length; i++)
        {
            at.Add(nodes[i], i);
        }

        return new NetworkTable(nodes, [.. from.Select((id, row) => (at[id], at[to[row]], weights?[row] ?? 1))]);
    }
}
