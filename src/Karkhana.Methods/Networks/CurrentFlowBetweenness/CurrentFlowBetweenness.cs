using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How much of what wanders between others at random comes through a node.</summary>
public static class CurrentFlowBetweenness
{
    internal const string Source = "Newman 2005, doi:10.1016/j.socnet.2004.11.009; Brandes & Fleischer 2005, doi:10.1007/978-3-540-31856-9_44";

    /// <summary>Adds up the currents through each node.</summary>
    /// <remarks>
    /// A unit current between each unordered pair s, t in a network of unit resistors; the current through i is half
    /// the sum of the currents on its ties, not counting what enters or leaves at i itself; divided by (n − 1)(n −
    /// 2)/2. With b the potentials when a unit current enters at one end of a tie and leaves at the other, the tie
    /// carries |b_s − b_t| for the pair, and sorting b gives the sum over pairs. Directions and values are ignored; a
    /// network in several parts is refused. Cost: m systems of equations, m each per iteration, and m × n log n; linear
    /// memory. Source: Newman 2005, doi:10.1016/j.socnet.2004.11.009; Brandes and Fleischer 2005,
    /// doi:10.1007/978-3-540-31856-9_44, equations 3 and 5. Agrees with: networkx 2.8.8, relative 1e-7. Newman counts
    /// the ends of a pair too; this does not.
    /// </remarks>
    /// <param name="graph">A connected network of at least three nodes.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between ties.</param>
    /// <returns>The share of the current through each node.</returns>
    /// <exception cref="ArgumentException">The network has fewer than three nodes or several parts.</exception>
    public static NodeScoresResult Estimate(
        Graph graph, NetworkWithoutOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Graph merged = NetworkNotes.Connected(graph, leastNodes: 3);
        (int From, int To)[] ties = [.. merged.Ties().Where(tie => tie.From < tie.To).Select(tie => (tie.From, tie.To))];
        ReplicateRows rows = ReplicateEngine.Local.Execute(new TieCurrentJob(merged, ties), execution, cancellationToken);
        double[] solved = new double[ties.Length];
        rows.CopyColumn(1, solved);
        double n = graph.NodeCount;
        double[] flows = new double[graph.NodeCount];
        for (int tie = 0; tie < ties.Length; tie++)
        {
            flows[ties[tie].From] += rows.Row(tie)[0] / 2;
            flows[ties[tie].To] += rows.Row(tie)[0] / 2;
        }

        return new NodeScoresResult(
            "Current-flow betweenness",
            graph.Nodes,
            [.. flows.Select(flow => Math.Max(0, flow - ((n - 1) / 2)) / ((n - 1) * (n - 2) / 2))],
            NetworkNotes.Unsolved(solved),
            new Provenance("networks.current-flow-betweenness", "", Source));
    }
}
