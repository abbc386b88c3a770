using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>Counts the open two-paths through every node, by role; summed over the nodes where they start.</summary>
/// <param name="graph">The network.</param>
/// <param name="groups">The number of the group of each node.</param>
internal sealed class BrokerageJob(Graph graph, int[] groups) : IReplicateJob<ReplicateSums>
{
    public const int Roles = (int)BrokerageRole.Total;

    public string Stage => "two-paths";

    public int Replicates => graph.NodeCount;

    public int BlockSize => Math.Max(256, graph.NodeCount / 16);

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] counts = new double[graph.NodeCount * Roles];
        int[] tiedTo = new int[graph.NodeCount]; // 1 + the last sender that was seen to send here
        for (int start = range.First; start < range.End; start++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<int> brokers = graph.Targets(start);
            foreach (int broker in brokers)
            {
                tiedTo[broker] = start + 1;
            }

            foreach (int broker in brokers)
            {
                foreach (int end in graph.Targets(broker))
                {
                    if (end != start && tiedTo[end] != start + 1)
                    {
                        counts[(broker * Roles) + (int)Role(groups[start], groups[broker], groups[end])]++;
                    }
                }
            }
        }

        return new ReplicateSums(counts);
    }

    private static BrokerageRole Role(int start, int broker, int end) => start == broker
        ? broker == end ? BrokerageRole.Coordinator : BrokerageRole.Representative
        : broker == end
            ? BrokerageRole.Gatekeeper
            : start == end ? BrokerageRole.Itinerant : BrokerageRole.Liaison;
}
