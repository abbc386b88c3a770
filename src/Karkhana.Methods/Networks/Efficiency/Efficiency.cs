using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How short the paths are, in the whole network and around each node.</summary>
public static class Efficiency
{
    internal const string Source = "Latora & Marchiori 2001, doi:10.1103/PhysRevLett.87.198701";

    /// <summary>Averages inverse distances.</summary>
    /// <remarks>
    /// Global: mean over ordered pairs of 1 / d, 0 for a pair without a path. Local: mean over nodes of the global
    /// efficiency among their neighbours, the node itself left out; 0 with fewer than two neighbours. Directions and
    /// values are ignored; NaN when there is no pair. Cost: n × m for global; Σ over nodes of neighbours × ties among
    /// them for local. Source: Latora and Marchiori 2001, doi:10.1103/PhysRevLett.87.198701, equation 1. Agrees with:
    /// networkx 2.8.8, relative 1e-9.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>Both means.</returns>
    public static EfficiencyResult Estimate(
        Graph graph, NetworkWithoutOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Graph merged = graph.Undirected();
        Reach[] reach = Reach.OfAll(merged, valued: false, execution, cancellationToken);
        double[] local = graph.NodeCount == 0
            ? []
            : ReplicateEngine.Local.Execute(new LocalEfficiencyJob(merged), execution, cancellationToken).Values;
        double n = graph.NodeCount;
        return new EfficiencyResult(
            Sums.Sum([.. reach.Select(node => node.Inverse)]) / (n * (n - 1)),
            Sums.Mean(local),
            NetworkNotes.TooFewNodes(graph.NodeCount, 2),
            new Provenance("networks.efficiency", "", Source));
    }
}
