using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How far the farthest node is that a node reaches.</summary>
public static class Eccentricity
{
    internal const string Source = "Harary 1969, Graph Theory, Addison-Wesley, chapter 4";

    /// <summary>Finds the largest finite distance from each node.</summary>
    /// <remarks>
    /// max over reachable nodes of the number of ties along the shortest path; 0 for a node that reaches none. Cost: n
    /// × m time. Source: Harary 1969, Graph Theory, chapter 4. Agrees with: igraph 1.3.5, exactly.
    /// </remarks>
    /// <param name="graph">The network; values are ignored.</param>
    /// <param name="options">Directions; paths run along the ties.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The eccentricity of each node.</returns>
    public static NodeScoresResult Estimate(
        Graph graph, NetworkDirectionOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new NetworkDirectionOptions();
        Reach[] reach = Reach.OfAll(options.Directed ? graph : graph.Undirected(), valued: false, execution, cancellationToken);
        return new NodeScoresResult(
            "Eccentricity", graph.Nodes, [.. reach.Select(node => node.Greatest)], [],
            new Provenance("networks.eccentricity", $"directed = {options.Directed}", Source));
    }
}
