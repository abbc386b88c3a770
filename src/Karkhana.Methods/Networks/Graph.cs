using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>A directed, valued graph in compressed rows: the ties of a node lie together, targets ascending.</summary>
public sealed class Graph
{
    private readonly int[] _starts;
    private readonly int[] _targets;
    private readonly double[] _values;

    private Graph(IReadOnlyList<string> nodes, int[] starts, int[] targets, double[] values)
    {
        Nodes = nodes;
        _starts = starts;
        _targets = targets;
        _values = values;
    }

    /// <summary>Gets the ids of the nodes.</summary>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>Gets the number of nodes.</summary>
    public int NodeCount => Nodes.Count;

    /// <summary>Gets the number of directed ties.</summary>
    public int TieCount => _targets.Length;

    /// <summary>Makes a graph; ties to oneself and ties of value 0 are left out, values of repeated ties are
    /// added.</summary>
    /// <param name="nodes">The ids of the nodes.</param>
    /// <param name="ties">From, to and value of each tie, by position.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentException">A tie names a node that is not there.</exception>
    public static Graph Of(IReadOnlyList<string> nodes, IEnumerable<(int From, int To, double Value)> ties)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(ties);
        SortedDictionary<(int From, int To), double> summed = [];
        foreach ((int from, int to, double value) in ties)
        {
            Require.Between(from, 0, nodes.Count - 1, nameof(ties));
            Require.Between(to, 0, nodes.Count - 1, nameof(ties));
            if (from != to && value != 0)
            {
                summed[(from, to)] = summed.GetValueOrDefault((from, to)) + value;
            }
        }

        int[] starts = new int[nodes.Count + 1];
        foreach ((int from, int _) in summed.Keys)
        {
            starts[from + 1]++;
        }

        for (int node = 0; node < nodes.Count; node++)
        {
            starts[node + 1] += starts[node];
        }

        return new Graph(nodes, starts, [.. summed.Keys.Select(tie => tie.To)], [.. summed.Values]);
    }

    /// <summary>Reads the input <c>network</c> of a request: a square matrix with an id column, or from and to with an
    /// optional weight.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The graph.</returns>
    public static Graph Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("network");
        return table.Has("id") ? ReadMatrix(table) : ReadEdges(table);
    }

    /// <summary>Gives the targets of the ties that a node sends, ascending.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The targets.</returns>
    public ReadOnlySpan<int> Targets(int node) => _targets.AsSpan(_starts[node].._starts[node + 1]);

    /// <summary>Gives the values of the ties that a node sends, in the order of <see cref="Targets"/>.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The values.</returns>
    public ReadOnlySpan<double> Values(int node) => _values.AsSpan(_starts[node].._starts[node + 1]);

    /// <summary>Says whether there is a tie.</summary>
    /// <param name="from">The sending node.</param>
    /// <param name="to">The receiving node.</param>
    /// <returns>True when there is.</returns>
    public bool Has(int from, int to) => Targets(from).BinarySearch(to) >= 0;

    /// <summary>Gives the graph with every tie returned; values of both directions are added.</summary>
    /// <returns>The undirected graph.</returns>
    public Graph Undirected() => Of(Nodes, Ties().SelectMany(tie => new[] { tie, (tie.To, tie.From, tie.Value) }));

    /// <summary>Lists the ties.</summary>
    /// <returns>From, to and value of each.</returns>
    public IEnumerable<(int From, int To, double Value)> Ties()
    {
        for (int from = 0; from < NodeCount; from++)
        {
            for (int k = _starts[from]; k < _starts[from + 1]; k++)
            {
                yield return (from, _targets[k], _values[k]);
            }
        }
    }

    private static Graph ReadMatrix(BoundTable table)
    {
        string[] nodes = table.Texts("id");
        IReadOnlyList<string> columns = table.UnboundColumns();
        Require.SameLength(nodes.Length, columns.Count, "network");
        List<(int, int, double)> ties = [];
        for (int to = 0; to < columns.Count; to++)
        {
            double[] column = table.NumbersOf(columns[to]);
            for (int from = 0; from < column.Length; from++)
            {
                if (!double.IsNaN(column[from]))
                {
                    ties.Add((from, to, column[from]));
                }
            }
        }

        return Of(nodes, ties);
    }

    private static Graph ReadEdges(BoundTable table)
    {
        (string[] from, string[] to) = (table.Texts("from"), table.Texts("to"));
        double[]? weights = table.Has("weight") ? table.CompleteNumbers("weight") : null;
        string[] nodes = [.. from.Concat(to).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> at = new(StringComparer.Ordinal);
        for (int i = 0; i < nodes.Length; i++)
        {
            at.Add(nodes[i], i);
        }

        return Of(nodes, from.Select((id, row) => (at[id], at[to[row]], weights?[row] ?? 1)));
    }
}
