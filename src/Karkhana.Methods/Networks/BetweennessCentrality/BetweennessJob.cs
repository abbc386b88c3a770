using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>Betweenness added up over blocks of sources.</summary>
internal sealed class BetweennessJob(Graph lengths, bool valued, PathCount count) : IReplicateJob<ReplicateSums>
{
    public string Stage => "betweenness";

    public int Replicates => lengths.NodeCount;

    public int BlockSize => 64;

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        BetweennessKernel kernel = new(lengths, valued, count);
        for (int source = range.First; source < range.End; source++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            kernel.Add(source);
        }

        return new ReplicateSums(kernel.Scores);
    }
}
