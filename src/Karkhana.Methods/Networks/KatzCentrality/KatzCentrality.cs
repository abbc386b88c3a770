using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How many walks end at a node, the longer the less they count.</summary>
public static class KatzCentrality
{
    internal const string Source = "Katz 1953, doi:10.1007/BF02289026; Bonacich & Lloyd 2001, doi:10.1016/S0378-8733(01)00038-7";

    /// <summary>Adds up walks with weight α per step.</summary>
    /// <remarks>
    /// x = (I − α Aᵀ)⁻¹ 1: one for the node itself, α for each tie received, α² for each walk of two ties that ends
    /// here. Values are ignored. An α that is not below the inverse of the largest eigenvalue in size is noted; one
    /// that makes the equations unsolvable is refused. Cost: n³ up to 1,000 nodes; above, m per term of the series,
    /// which then must have a sum. Source: Katz 1953, doi:10.1007/BF02289026; Bonacich and Lloyd 2001,
    /// doi:10.1016/S0378-8733(01)00038-7, equation 5. Agrees with: igraph 1.3.5 alpha_centrality and networkx 2.8.8
    /// katz_centrality_numpy (unit-length), relative 1e-7.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Directions, α, scale.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between terms.</param>
    /// <returns>The centrality of each node.</returns>
    /// <exception cref="ArgumentException">α is the inverse of an eigenvalue, or too large for more than 1,000
    /// nodes.</exception>
    public static NodeScoresResult Estimate(
        Graph graph, KatzCentralityOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new KatzCentralityOptions();
        Graph rows = (options.Directed ? graph.Reversed() : graph.Undirected()).WithValues(_ => 1);
        double[] ones = [.. Enumerable.Repeat(1.0, rows.NodeCount)];
        Resolvent found = Resolvent.Of(rows, options.Alpha, ones, nameof(options.Alpha), cancellationToken);
        double unit = options.Scale == KatzScale.None ? 1 : Math.Sqrt(Sums.Dot(found.Solution, found.Solution));
        return new NodeScoresResult(
            "Katz centrality",
            graph.Nodes,
            [.. found.Solution.Select(score => score / unit)],
            found.Notes,
            new Provenance(
                "networks.katz-centrality",
                FormattableString.Invariant($"directed = {options.Directed}, alpha = {options.Alpha}, scale = {options.Scale}"),
                Source));
    }
}
