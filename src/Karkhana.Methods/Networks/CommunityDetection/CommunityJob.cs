using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>Searches from several starts: one row of communities each.</summary>
/// <param name="network">The network.</param>
/// <param name="options">Algorithm, starts and resolution.</param>
internal sealed class CommunityJob(CommunityLevel network, CommunityDetectionOptions options) : IReplicateJob<ReplicateRows>
{
    public string Stage => "searches for communities";

    public int Replicates => options.Method == CommunityMethod.FastGreedy ? 1 : options.Starts;

    public int BlockSize => 1;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] labels = new double[range.Count * network.Count];
        CommunitySearch search = new(network, options);
        for (int i = 0; i < range.Count; i++)
        {
            int[] found = options.Method == CommunityMethod.FastGreedy
                ? FastGreedySearch.Run(network, options.Resolution, cancellationToken)
                : search.Run(range.First + i, cancellationToken);
            for (int node = 0; node < found.Length; node++)
            {
                labels[(i * network.Count) + node] = found[node];
            }
        }

        return new ReplicateRows(network.Count, labels);
    }
}
