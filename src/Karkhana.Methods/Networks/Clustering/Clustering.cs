using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>How often two neighbours of a node are neighbours of each other.</summary>
public static class Clustering
{
    internal const string Source =
        "Watts & Strogatz 1998, doi:10.1038/30918; Barrat et al. 2004, doi:10.1073/pnas.0400087101; Onnela et al. 2005, doi:10.1103/PhysRevE.71.065103";

    /// <summary>Counts triangles.</summary>
    /// <remarks>
    /// Directions are ignored, values of both directions added. global = 3 triangles / connected triples; local_i =
    /// triangles at i over k_i (k_i − 1)/2, NaN for k_i &lt; 2. Barrat: Σ over ordered pairs j, h of tied neighbours of
    /// (w_ij + w_ih)/2, over s_i (k_i − 1). Onnela: Σ over triangles of (w_ij w_ih w_jh)^⅓ / max w over k_i (k_i −
    /// 1)/2, 0 for k_i &lt; 2. Averages are of the binary coefficients whatever the variant. Cost: m^1.5 at most.
    /// Source: Watts and Strogatz 1998, doi:10.1038/30918; Barrat, Barthélemy, Pastor-Satorras and Vespignani 2004,
    /// doi:10.1073/pnas.0400087101, equation 5; Onnela, Saramäki, Kertész and Kaski 2005,
    /// doi:10.1103/PhysRevE.71.065103, equation 9. Agrees with: igraph 1.3.5 transitivity and networkx 2.8.8
    /// clustering, relative 1e-9.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">The variant.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between nodes.</param>
    /// <returns>The coefficient of each node, of the network, and two averages.</returns>
    /// <exception cref="ArgumentException">A value is not positive and the variant uses it.</exception>
    public static ClusteringResult Estimate(
        Graph graph, ClusteringOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new ClusteringOptions();
        Graph merged = TieValues.Strengths(graph, options.Variant != ClusteringVariant.Binary, ValueMeaning.Strength).Undirected();
        double largest = merged.TieCount == 0 ? 1 : merged.Ties().Max(tie => tie.Value);
        double[] triangles = new double[graph.NodeCount];
        double[] valued = new double[graph.NodeCount];
        Triangles.Visit(
            merged.WithValues(value => value / largest),
            (a, b, c, ab, ac, bc) =>
            {
                bool barrat = options.Variant == ClusteringVariant.Barrat;
                double mean = Math.Cbrt(ab) * Math.Cbrt(ac) * Math.Cbrt(bc);
                foreach ((int node, double own) in (ReadOnlySpan<(int, double)>)[(a, ab + ac), (b, ab + bc), (c, ac + bc)])
                {
                    triangles[node]++;
                    valued[node] += barrat ? own : mean;
                }
            },
            cancellationToken);
        double[] pairs = [.. Enumerable.Range(0, graph.NodeCount).Select(node => Pairs(merged.Targets(node).Length))];
        double[] binary = [.. triangles.Zip(pairs, (closed, all) => closed / all)];
        double[] defined = [.. binary.Where(value => !double.IsNaN(value))];
        return new ClusteringResult
        {
            Nodes = graph.Nodes,
            Estimate = options.Variant switch
            {
                ClusteringVariant.Barrat => [.. valued.Select((sum, node) => Barrat(merged, node, sum * largest))],
                ClusteringVariant.Onnela => [.. valued.Zip(pairs, (sum, all) => all == 0 ? 0 : sum / all)],
                _ => binary,
            },
            Global = Sums.Sum(triangles) / Sums.Sum(pairs),
            AverageZero = graph.NodeCount == 0 ? double.NaN : Sums.Sum(defined) / graph.NodeCount,
            AverageDefined = Sums.Mean(defined),
            Provenance = new Provenance(
                "networks.clustering",
                $"variant = {options.Variant}{(options.Variant == ClusteringVariant.Binary ? "" : ", values are strengths")}",
                Source),
        };
    }

    private static double Pairs(double neighbours) => neighbours * (neighbours - 1) / 2;

    private static double Barrat(Graph merged, int node, double sum)
    {
        int neighbours = merged.Targets(node).Length;
        return neighbours < 2 ? double.NaN : sum / (Sums.Sum(merged.Values(node)) * (neighbours - 1));
    }
}
