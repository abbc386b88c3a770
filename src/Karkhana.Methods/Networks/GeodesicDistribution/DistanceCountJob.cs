using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>Pairs counted by the number of steps between them.</summary>
internal sealed class DistanceCountJob(Graph graph) : IReplicateJob<ReplicateSums>
{
    public string Stage => "shortest paths";

    public int Replicates => graph.NodeCount;

    public int BlockSize => 256;

    public ReplicateSums Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] counts = new double[graph.NodeCount];
        PathSweep sweep = new(graph, valued: false);
        for (int source = range.First; source < range.End; source++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sweep.From(source);
            foreach (int node in sweep.Order)
            {
                counts[(int)sweep.Distance(node)]++;
            }
        }

        return new ReplicateSums(counts);
    }
}
