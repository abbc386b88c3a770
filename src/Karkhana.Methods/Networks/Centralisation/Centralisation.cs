using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How far a network is built around one node.</summary>
public static class Centralisation
{
    internal const string Source = "Freeman 1979, doi:10.1016/0378-8733(78)90021-7";

    /// <summary>Adds up how far each node falls short of the most central one.</summary>
    /// <remarks>
    /// Σ_i (max C − C_i) over its maximum in a directed network without ties to oneself: (n − 1)² for degrees, reached
    /// by the star whose ties all run one way; (n − 1)²(n − 2) for betweenness, reached by the star of mutual ties. NaN
    /// and a note when the maximum is 0. Cost: m for degrees, n × m for betweenness. Source: Freeman 1979,
    /// doi:10.1016/0378-8733(78)90021-7. Agrees with: sna 2.7-1 centralization, relative 1e-9.
    /// </remarks>
    /// <param name="graph">The network; values are ignored.</param>
    /// <param name="options">The centrality.</param>
    /// <param name="execution">Workers and progress, for betweenness.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>0 to 1.</returns>
    public static CentralisationResult Estimate(
        Graph graph, CentralisationOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new CentralisationOptions();
        double n = graph.NodeCount;
        (IReadOnlyList<double> scores, double most, int least) = options.Kind switch
        {
            CentralisationKind.Outdegree => (Degrees(graph, execution).Outdegree, (n - 1) * (n - 1), 2),
            CentralisationKind.Betweenness => (
                BetweennessCentrality.Estimate(graph, null, execution, cancellationToken).Estimate, (n - 1) * (n - 1) * (n - 2), 3),
            _ => (Degrees(graph, execution).Indegree, (n - 1) * (n - 1), 2),
        };
        double greatest = scores.Count == 0 ? 0 : scores.Max();
        return new CentralisationResult(
            graph.NodeCount < least ? double.NaN : Sums.Sum([.. scores.Select(score => greatest - score)]) / most,
            NetworkNotes.TooFewNodes(graph.NodeCount, least),
            new Provenance("networks.centralisation", $"kind = {options.Kind}", Source));
    }

    private static DegreeCentralityResult Degrees(Graph graph, ExecutionOptions? execution) =>
        DegreeCentrality.Estimate(graph, execution: execution);
}
