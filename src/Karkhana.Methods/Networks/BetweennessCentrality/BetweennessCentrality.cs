using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How often a node lies on shortest paths between others.</summary>
public static class BetweennessCentrality
{
    internal const string Source =
        "Freeman 1977, doi:10.2307/3033543; Brandes 2001, doi:10.1080/0022250X.2001.9990249; Shimbel 1953, doi:10.1007/BF02476438 (stress)";

    /// <summary>Adds up the shares of shortest paths through each node.</summary>
    /// <remarks>
    /// Σ σ_st(v) / σ_st over ordered pairs s ≠ v ≠ t when directed, over unordered pairs when not; stress: Σ σ_st(v).
    /// Normalised: divided by (n − 1)(n − 2), or half of that. With values, a tie has length 1 / value (strength) or
    /// value (length); paths whose lengths differ by less than a share of 1e-10 are equally long. Cost: n × m, with
    /// values n × m log m; work space linear in n + m per worker. Source: Freeman 1977, doi:10.2307/3033543; Brandes
    /// 2001, doi:10.1080/0022250X.2001.9990249, equation 4; Shimbel 1953, doi:10.1007/BF02476438. Agrees with: igraph
    /// 1.3.5, sna 2.7-1 and networkx 2.8.8, relative 1e-9.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Directions, values, scale.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The betweenness of each node.</returns>
    /// <exception cref="ArgumentException">A value is not positive, or there are more shortest paths than a number can
    /// hold.</exception>
    public static NodeScoresResult Estimate(
        Graph graph, BetweennessCentralityOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new BetweennessCentralityOptions();
        Graph lengths = TieValues.Lengths(graph, options);
        double[] scores = graph.NodeCount == 0
            ? []
            : ReplicateEngine.Local.Execute(new BetweennessJob(lengths, options.Weighted, options.Count), execution, cancellationToken).Values;
        Require.That(Array.TrueForAll(scores, double.IsFinite), nameof(graph), BetweennessKernel.TooManyPaths);
        double n = graph.NodeCount;
        double divisor = (options.Directed ? 1 : 2) * (options.Normalised ? (n - 1) * (n - 2) / (options.Directed ? 1 : 2) : 1);
        return new NodeScoresResult(
            "Betweenness",
            graph.Nodes,
            [.. scores.Select(score => score / divisor)],
            [
                .. options.Weighted ? TieValues.Notes(lengths) : [],
                .. options.Normalised ? NetworkNotes.TooFewNodes(graph.NodeCount, 3) : [],
            ],
            new Provenance(
                "networks.betweenness-centrality", $"{options.InWords}, normalised = {options.Normalised}, count = {options.Count}", Source));
    }
}
