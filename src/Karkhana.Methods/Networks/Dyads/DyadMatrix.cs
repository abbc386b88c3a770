using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>One value for each ordered pair of nodes, some of which may be missing; what nodes have with themselves is
/// left out.</summary>
public sealed class DyadMatrix
{
    private const int MostNodes = 30_000;

    private DyadMatrix(IReadOnlyList<string> nodes, double[] cells)
    {
        Nodes = nodes;
        Cells = cells;
    }

    /// <summary>Gets the ids of the nodes.</summary>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>Gets the number of nodes.</summary>
    public int Count => Nodes.Count;

    /// <summary>Gets the values, row after row, 0 on the diagonal, NaN where missing.</summary>
    internal double[] Cells { get; }

    /// <summary>Gives the value of an ordered pair; NaN when it is missing.</summary>
    /// <param name="from">The sending node.</param>
    /// <param name="to">The receiving node.</param>
    public double this[int from, int to] => Cells[(from * Count) + to];

    /// <summary>Makes a matrix.</summary>
    /// <param name="nodes">The ids of the nodes, at most 30,000.</param>
    /// <param name="cells">The values, row after row; NaN where missing. The diagonal is ignored.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">There are not as many values as pairs, or one is infinite.</exception>
    public static DyadMatrix Of(IReadOnlyList<string> nodes, IReadOnlyList<double> cells)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(cells);
        Require.Between(nodes.Count, 0, MostNodes, nameof(nodes));
        Require.SameLength(nodes.Count * nodes.Count, cells.Count, nameof(cells));
        double[] own = [.. cells];
        for (int cell = 0; cell < own.Length; cell++)
        {
            (int from, int to) = (cell / nodes.Count, cell % nodes.Count);
            own[cell] = from == to ? 0 : own[cell];
            if (double.IsInfinity(own[cell]))
            {
                Require.That(false, nameof(cells), FormattableString.Invariant(
                    $"must be finite or missing; that from {nodes[from]} to {nodes[to]} was {own[cell]}"));
            }
        }

        return new DyadMatrix(nodes, own);
    }

    /// <summary>Reads several networks of the same nodes, which are matched by id.</summary>
    /// <remarks>The first network in matrix form names the nodes; without one, all ids of all lists of ties are the
    /// nodes.</remarks>
    internal static DyadMatrix[] ReadAll(MeasureRequest request, IReadOnlyList<string> inputs)
    {
        BoundTable[] tables = [.. inputs.Select(request.Table)];
        NetworkTable[] networks = [.. tables.Select(table => NetworkTable.Read(table, missingWeights: true))];
        int matrix = Array.FindIndex(tables, table => table.Has("id"));
        IReadOnlyList<string> nodes = matrix >= 0
            ? networks[matrix].Nodes
            : [.. networks.SelectMany(network => network.Nodes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> at = new(StringComparer.Ordinal);
        for (int node = 0; node < nodes.Count; node++)
        {
            at.Add(nodes[node], node);
        }

        return [.. networks.Select((network, i) => Placed(network, at, nodes, tables[i]))];
    }

    private static DyadMatrix Placed(NetworkTable network, Dictionary<string, int> at, IReadOnlyList<string> nodes, BoundTable table)
    {
        string? stranger = network.Nodes.FirstOrDefault(id => !at.ContainsKey(id));
        Require.That(stranger is null, table.Input, $"must have the nodes of the other networks; {stranger} is none of them");
        Require.That(
            !table.Has("id") || network.Nodes.Count == nodes.Count, table.Input,
            FormattableString.Invariant($"must have all {nodes.Count} nodes of the other networks; it had {network.Nodes.Count}"));
        Require.Between(nodes.Count, 0, MostNodes, table.Input);
        double[] cells = new double[nodes.Count * nodes.Count];
        foreach ((int from, int to, double value) in network.Cells)
        {
            cells[(at[network.Nodes[from]] * nodes.Count) + at[network.Nodes[to]]] += value;
        }

        return Of(nodes, cells);
    }
}
