using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>Takes respondents out of their network at random and measures what is left.</summary>
/// <param name="network">The network of the respondents.</param>
/// <param name="deleted">How many are taken out.</param>
/// <param name="replicates">How often.</param>
/// <param name="seed">The seed.</param>
internal sealed class RespondentDeletion(Graph network, int deleted, int replicates, ulong seed)
    : IReplicateJob<ReplicateRows>
{
    /// <summary>The quantities, in the order of a row.</summary>
    public static readonly string[] Terms = ["density", "indegree_centralisation", "outdegree_centralisation"];

    public string Stage => "missing respondents";

    public int Replicates => replicates;

    public int BlockSize => 16;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * Terms.Length];
        int[] order = new int[network.NodeCount];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int node = 0; node < order.Length; node++)
            {
                order[node] = node;
            }

            new RandomStream(seed, RandomPurpose.RespondentDeletion, range.First + k).ShuffleFront<int>(order, deleted);
            Measure(Without(order.AsSpan(0, deleted))).CopyTo(values, k * Terms.Length);
        }

        return new ReplicateRows(Terms.Length, values);
    }

    /// <summary>Measures a network.</summary>
    public static double[] Measure(Graph graph) =>
    [
        graph.NodeCount < 2 ? double.NaN : graph.TieCount / ((double)graph.NodeCount * (graph.NodeCount - 1)),
        Centralisation.Estimate(graph, new CentralisationOptions { Kind = CentralisationKind.Indegree }).Estimate,
        Centralisation.Estimate(graph, new CentralisationOptions { Kind = CentralisationKind.Outdegree }).Estimate,
    ];

    private Graph Without(ReadOnlySpan<int> gone)
    {
        int[] places = new int[network.NodeCount];
        foreach (int node in gone)
        {
            places[node] = -1;
        }

        List<string> nodes = [];
        for (int node = 0; node < places.Length; node++)
        {
            if (places[node] == 0)
            {
                places[node] = nodes.Count;
                nodes.Add(network.Nodes[node]);
            }
        }

        return Graph.Of(
            nodes,
            network.Ties().Where(tie => places[tie.From] >= 0 && places[tie.To] >= 0)
                .Select(tie => (places[tie.From], places[tie.To], tie.Value)));
    }
}
