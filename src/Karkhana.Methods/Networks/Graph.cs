using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Networks;

/// <summary>A directed, valued graph in compressed rows: the ties of a node lie together, targets ascending.</summary>
public sealed class Graph
{
    private readonly CompressedRows _rows;

    private Graph(IReadOnlyList<string> nodes, CompressedRows rows)
    {
        Nodes = nodes;
        _rows = rows;
    }

    /// <summary>Gets the ids of the nodes.</summary>
    public IReadOnlyList<string> Nodes { get; }

    /// <summary>Gets the number of nodes.</summary>
    public int NodeCount => Nodes.Count;

    /// <summary>Gets the number of directed ties.</summary>
    public int TieCount => _rows.Targets.Length;

    /// <summary>Makes a graph; values of repeated ties are added, ties to oneself and ties of value 0 are left
    /// out.</summary>
    /// <remarks>Cost: linear in nodes and ties.</remarks>
    /// <param name="nodes">The ids of the nodes.</param>
    /// <param name="ties">From, to and value of each tie, by position.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentException">A tie names a node that is not there.</exception>
    public static Graph Of(IReadOnlyList<string> nodes, IEnumerable<(int From, int To, double Value)> ties)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(ties);
        List<int> senders = [];
        List<int> receivers = [];
        List<double> values = [];
        foreach ((int from, int to, double value) in ties)
        {
            Require.Between(from, 0, nodes.Count - 1, nameof(ties));
            Require.Between(to, 0, nodes.Count - 1, nameof(ties));
            if (from != to && value != 0)
            {
                senders.Add(from);
                receivers.Add(to);
                values.Add(value);
            }
        }

        return new Graph(nodes, CompressedRows.Of(nodes.Count, [.. senders], [.. receivers], [.. values]));
    }

    /// <summary>Reads the input <c>network</c> of a request: a square matrix with an id column, or from and to with an
    /// optional weight.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The graph.</returns>
    public static Graph Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        NetworkTable table = NetworkTable.Read(request.Table("network"), missingWeights: false);
        return Of(table.Nodes, table.Cells.Where(cell => !double.IsNaN(cell.Value)));
    }

    /// <summary>Gives the targets of the ties that a node sends, ascending.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The targets.</returns>
    public ReadOnlySpan<int> Targets(int node) => _rows.Targets.AsSpan(_rows.Starts[node].._rows.Starts[node + 1]);

    /// <summary>Gives the values of the ties that a node sends, in the order of <see cref="Targets"/>.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The values.</returns>
    public ReadOnlySpan<double> Values(int node) => _rows.Values.AsSpan(_rows.Starts[node].._rows.Starts[node + 1]);

    /// <summary>Says whether there is a tie.</summary>
    /// <param name="from">The sending node.</param>
    /// <param name="to">The receiving node.</param>
    /// <returns>True when there is.</returns>
    public bool Has(int from, int to) => Targets(from).BinarySearch(to) >= 0;

    /// <summary>Gives the graph with every tie returned; values of both directions are added.</summary>
    /// <returns>The undirected graph.</returns>
    public Graph Undirected() => Undirected((there, back) => there + back);

    /// <summary>Gives the graph with every tie turned round.</summary>
    /// <returns>The graph of the same nodes in which the receivers send.</returns>
    public Graph Reversed() => new(Nodes, _rows.Reversed());

    /// <summary>Lists the ties.</summary>
    /// <returns>From, to and value of each.</returns>
    public IEnumerable<(int From, int To, double Value)> Ties()
    {
        for (int from = 0; from < NodeCount; from++)
        {
            for (int k = _rows.Starts[from]; k < _rows.Starts[from + 1]; k++)
            {
                yield return (from, _rows.Targets[k], _rows.Values[k]);
            }
        }
    }

    /// <summary>Gives the graph with every tie returned; the values of both directions are joined as told.</summary>
    internal Graph Undirected(Func<double, double, double> both) => new(Nodes, _rows.Joined(_rows.Reversed(), both));

    /// <summary>Gives the same ties with other values.</summary>
    internal Graph WithValues(Func<double, double> change) => new(Nodes, _rows with { Values = Array.ConvertAll(_rows.Values, value => change(value)) });

    /// <summary>Gives the ties among some nodes, which keep their order.</summary>
    /// <param name="kept">The nodes, ascending.</param>
    /// <param name="places">Work space of one number per node, −1 before and after.</param>
    internal Graph Among(ReadOnlySpan<int> kept, int[] places)
    {
        for (int place = 0; place < kept.Length; place++)
        {
            places[kept[place]] = place;
        }

        string[] nodes = new string[kept.Length];
        List<(int, int, double)> ties = [];
        for (int place = 0; place < kept.Length; place++)
        {
            nodes[place] = Nodes[kept[place]];
            ReadOnlySpan<double> values = Values(kept[place]);
            ReadOnlySpan<int> targets = Targets(kept[place]);
            for (int k = 0; k < targets.Length; k++)
            {
                if (places[targets[k]] >= 0)
                {
                    ties.Add((place, places[targets[k]], values[k]));
                }
            }
        }

        foreach (int node in kept)
        {
            places[node] = -1;
        }

        return Of(nodes, ties);
    }

    /// <summary>Adds up value times number over the ties that each node sends: one product of matrix and
    /// vector.</summary>
    internal void Multiply(ReadOnlySpan<double> numbers, Span<double> products)
    {
        for (int node = 0; node < products.Length; node++)
        {
            ReadOnlySpan<int> targets = Targets(node);
            ReadOnlySpan<double> values = Values(node);
            double sum = 0;
            for (int k = 0; k < targets.Length; k++)
            {
                sum += values[k] * numbers[targets[k]];
            }

            products[node] = sum;
        }
    }
}
