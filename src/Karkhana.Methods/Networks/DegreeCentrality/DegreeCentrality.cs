using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How many ties each node sends and receives, or their summed value.</summary>
public static class DegreeCentrality
{
    internal const string Source = "Freeman 1979, doi:10.1016/0378-8733(78)90021-7; Barrat et al. 2004, doi:10.1073/pnas.0400087101";

    /// <summary>Counts the ties of each node.</summary>
    /// <remarks>
    /// In: column sums; out: row sums; total: in + out when directed, row sums of the merged network when not.
    /// Cost: one pass over the ties. Source: Freeman 1979, doi:10.1016/0378-8733(78)90021-7; Barrat, Barthélemy,
    /// Pastor-Satorras and Vespignani 2004, doi:10.1073/pnas.0400087101. Agrees with: igraph 1.3.5, sna 2.7-1 and
    /// networkx 2.8.8, exactly.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Direction and values.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The degrees.</returns>
    public static DegreeCentralityResult Estimate(
        Graph graph, DegreeCentralityOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new DegreeCentralityOptions();
        Graph counted = options.Directed ? graph : graph.Undirected();
        double[] received = new double[graph.NodeCount];
        double[] sent = new double[graph.NodeCount];
        foreach ((int from, int to, double value) in counted.Ties())
        {
            sent[from] += options.Weighted ? value : 1;
            received[to] += options.Weighted ? value : 1;
        }

        double[] total = options.Directed ? [.. sent.Zip(received, (left, right) => left + right)] : sent;
        return new DegreeCentralityResult(
            graph.Nodes, received, sent, total,
            new Provenance(
                "networks.degree-centrality", $"directed = {options.Directed}, weighted = {options.Weighted}", Source));
    }
}
