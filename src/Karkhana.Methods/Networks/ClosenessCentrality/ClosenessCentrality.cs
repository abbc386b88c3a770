using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How near a node is to the others.</summary>
public static class ClosenessCentrality
{
    internal const string Source =
        "Freeman 1979, doi:10.1016/0378-8733(78)90021-7; Wasserman & Faust 1994, doi:10.1017/CBO9780511815478; Rochat 2009; Gil & Schmidt 1996";

    /// <summary>Inverts the distances to the other nodes.</summary>
    /// <remarks>
    /// With d the shortest distances in the stated direction and R the number of others reached: reachable: 1 / Σ d
    /// over those, normalised R / Σ d, NaN when R = 0; wasserman-faust: (R / (n − 1)) R / Σ d, 0 when R = 0;
    /// all-or-zero: (n − 1) / Σ d, 0 unless all are reached; harmonic: Σ 1 / d, normalised divided by n − 1. One node
    /// alone: NaN where a division by n − 1 enters. With values, a tie has length 1 / value (strength) or value
    /// (length). Cost: n × m, with values n × m log m. Source: Freeman 1979, doi:10.1016/0378-8733(78)90021-7;
    /// Wasserman and Faust 1994, doi:10.1017/CBO9780511815478, equation 5.22; Rochat 2009; Gil and Schmidt 1996. Agrees
    /// with: igraph 1.3.5 (reachable), networkx 2.8.8 (wasserman-faust), sna 2.7-1 (all-or-zero, harmonic), relative
    /// 1e-9.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Directions, values, variant.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The closeness of each node.</returns>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public static NodeScoresResult Estimate(
        Graph graph, ClosenessCentralityOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new ClosenessCentralityOptions();
        Graph lengths = TieValues.Lengths(graph, options);
        Graph walked = options.Mode == PathDirection.In ? lengths.Reversed() : lengths;
        Reach[] reach = Reach.OfAll(walked, options.Weighted, execution, cancellationToken);
        double others = graph.NodeCount - 1.0;
        return new NodeScoresResult(
            "Closeness",
            graph.Nodes,
            [.. reach.Select(node => Closeness(node, others, options))],
            options.Weighted ? TieValues.Notes(lengths) : [],
            new Provenance(
                "networks.closeness-centrality",
                $"{options.InWords}, mode = {options.Mode}, variant = {options.Variant}, normalised = {options.Normalised}",
                Source));
    }

    private static double Closeness(Reach node, double others, ClosenessCentralityOptions options) => options.Variant switch
    {
        ClosenessVariant.WassermanFaust => node.Reached == 0 && others > 0 ? 0 : node.Reached / others * (node.Reached / node.Distance),
        ClosenessVariant.AllOrZero => node.Reached == others ? others / node.Distance : 0,
        ClosenessVariant.Harmonic => options.Normalised ? node.Inverse / others : node.Inverse,
        _ => node.Reached == 0 ? double.NaN : (options.Normalised ? node.Reached : 1) / node.Distance,
    };
}
