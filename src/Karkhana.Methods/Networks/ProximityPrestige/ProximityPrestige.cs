using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How many reach a node, and from how near.</summary>
public static class ProximityPrestige
{
    internal const string Source = "Lin 1976, Foundations of Social Research; Wasserman & Faust 1994, doi:10.1017/CBO9780511815478, section 5.3.2";

    /// <summary>Counts the domain of each node and relates it to the distances.</summary>
    /// <remarks>
    /// Domain I_i: the number of others that reach i along the ties. Proximity: (I_i / (n − 1)) / (mean distance from
    /// those), 0 when there is none. Values are ignored. Cost: n × m. Source: Lin 1976; Wasserman and Faust 1994,
    /// doi:10.1017/CBO9780511815478, equation 5.27. Agrees with: sna 2.7-1 prestige (domain), exactly.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>Domain and proximity of each node.</returns>
    public static ProximityPrestigeResult Estimate(
        Graph graph, NetworkWithoutOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Reach[] reach = Reach.OfAll(graph.Reversed(), valued: false, execution, cancellationToken);
        double others = graph.NodeCount - 1.0;
        return new ProximityPrestigeResult(
            graph.Nodes,
            [.. reach.Select(node => node.Reached)],
            [.. reach.Select(node => node.Reached == 0 ? 0 : node.Reached / others / (node.Distance / node.Reached))],
            new Provenance("networks.proximity-prestige", "", Source));
    }
}
