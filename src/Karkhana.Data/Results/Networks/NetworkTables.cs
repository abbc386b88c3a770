using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Data.Results.Networks;

/// <summary>A directed network as two tables, with any attributes of nodes and ties.</summary>
public sealed class NetworkTables
{
    private NetworkTables(Table nodes, Table ties) => (Nodes, Ties) = (nodes, ties);

    /// <summary>Gets the nodes; the column <c>id</c> and attributes.</summary>
    public Table Nodes { get; }

    /// <summary>Gets the ties; the columns <c>from</c> and <c>to</c> and attributes.</summary>
    public Table Ties { get; }

    /// <summary>Gets the ids of the nodes.</summary>
    public IReadOnlyList<string> Ids => [.. Nodes.Texts("id").Select(id => id!)];

    internal IEnumerable<Column> NodeAttributes => Nodes.Columns.Where(column => column.Name != "id");

    internal IEnumerable<Column> TieAttributes => Ties.Columns.Where(column => column.Name is not ("from" or "to"));

    /// <summary>Joins the tables.</summary>
    /// <param name="nodes">The nodes; the column <c>id</c> and attributes.</param>
    /// <param name="ties">The ties; the columns <c>from</c> and <c>to</c> and attributes.</param>
    /// <returns>The network.</returns>
    /// <exception cref="ArgumentException">An id comes twice or is missing, or a tie names a node that is not
    /// there.</exception>
    public static NetworkTables Of(Table nodes, Table ties)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(ties);
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (string? id in nodes.Texts("id"))
        {
            Require.That(!string.IsNullOrEmpty(id) && ids.Add(id), nameof(nodes), $"must have an id for each node, each once; there was {id ?? "none"}");
        }

        foreach (string? end in ties.Texts("from").Concat(ties.Texts("to")))
        {
            Require.That(end is not null && ids.Contains(end), nameof(ties), $"must join nodes of the network; there was {end ?? "none"}");
        }

        return new NetworkTables(nodes, ties);
    }
}
