using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>The efficiency among the neighbours of each node.</summary>
internal sealed class LocalEfficiencyJob(Graph merged) : IReplicateJob<ReplicateRows>
{
    public string Stage => "paths among neighbours";

    public int Replicates => merged.NodeCount;

    public int BlockSize => 256;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] local = new double[range.Count];
        int[] places = new int[merged.NodeCount];
        Array.Fill(places, -1);
        for (int i = 0; i < local.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Graph among = merged.Among(merged.Targets(range.First + i), places);
            PathSweep sweep = new(among, valued: false);
            double sum = 0;
            for (int source = 0; source < among.NodeCount; source++)
            {
                sweep.From(source);
                sum += Reach.Of(sweep).Inverse;
            }

            double n = among.NodeCount;
            local[i] = n < 2 ? 0 : sum / (n * (n - 1));
        }

        return new ReplicateRows(1, local);
    }
}
