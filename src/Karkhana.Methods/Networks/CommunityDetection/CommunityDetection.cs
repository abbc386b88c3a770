using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Networks;

/// <summary>A partition of the nodes within whose parts ties are denser than degrees let expect.</summary>
public static class CommunityDetection
{
    internal const string Source =
        "Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008; Clauset, Newman & Moore 2004, doi:10.1103/PhysRevE.70.066111; Traag et al. 2019, doi:10.1038/s41598-019-41695-z";

    /// <summary>Looks for a partition with high modularity from several starts.</summary>
    /// <remarks>
    /// Directions are merged; Q = Σ_c (L_c / L − γ (K_c / 2L)²). Louvain and Leiden draw the order of nodes at random and
    /// start once more from the partition they found;
    /// start s of a seed has its own random numbers, so that the same seed gives the same partition with any number of
    /// workers. The best of the starts is given; stability is the mean adjusted Rand index over pairs of starts. No
    /// search is sure to find the maximum. Isolates are communities of their own. Without ties: NaN and a note. Cost:
    /// about m per pass and level, times the starts; fast-greedy m log² n. Source: Blondel et al. 2008,
    /// doi:10.1088/1742-5468/2008/10/P10008; Clauset, Newman and Moore 2004, doi:10.1103/PhysRevE.70.066111; Traag,
    /// Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z; Hubert and Arabie 1985, doi:10.1007/BF01908075,
    /// equation 5. Agrees with: igraph 1.3.5 cluster_louvain, at least the least modularity of its 200 runs.
    /// </remarks>
    /// <param name="graph">The network.</param>
    /// <param name="options">Algorithm, seed, starts, values.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between passes.</param>
    /// <returns>The best partition, its modularity and the stability of the search.</returns>
    /// <exception cref="ArgumentException">A value is not positive.</exception>
    public static CommunityDetectionResult Estimate(
        Graph graph, CommunityDetectionOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new CommunityDetectionOptions();
        Graph strengths = TieValues.Strengths(graph, options.Weighted, options.ValueMeaning).Undirected();
        Graph merged = options.Weighted ? strengths : strengths.WithValues(_ => 1);
        int[][] found = merged.TieCount == 0 ? [[.. Enumerable.Range(0, graph.NodeCount)]] : Search(merged, options, execution, cancellationToken);
        double[] reached = [.. found.Select(labels => Modularity.Of(merged, labels, graph.NodeCount, options.Resolution))];
        int best = Array.IndexOf(reached, reached.Max());
        return new CommunityDetectionResult(graph.Nodes, [.. found[best].Select(label => label + 1)], reached[best], Stability(found))
        {
            StartModularity = reached,
            Notes = merged.TieCount == 0 ? [NetworkNotes.NoTies()] : NetworkNotes.Isolates(merged, "each is a community of its own"),
            Provenance = new Provenance(
                "networks.community-detection",
                FormattableString.Invariant($"method = {options.Method}, starts = {options.Starts}, resolution = {options.Resolution}, {TieValues.InWords(options.Weighted, options.ValueMeaning)}"),
                Source, options.Seed),
        };
    }

    private static int[][] Search(Graph merged, CommunityDetectionOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ReplicateRows rows = ReplicateEngine.Local.Execute(new CommunityJob(CommunityLevel.Of(merged), options), execution, cancellationToken);
        int[][] found = new int[rows.Count][];
        for (int start = 0; start < found.Length; start++)
        {
            ReadOnlySpan<double> row = rows.Row(start);
            found[start] = new int[row.Length];
            for (int node = 0; node < row.Length; node++)
            {
                found[start][node] = (int)row[node];
            }
        }

        return found;
    }

    private static double Stability(int[][] found)
    {
        List<double> alike = [];
        for (int first = 0; first < found.Length; first++)
        {
            for (int second = first + 1; second < found.Length; second++)
            {
                alike.Add(AdjustedRandIndex.Of(found[first], found[second]));
            }
        }

        return Sums.Mean([.. alike]);
    }
}
