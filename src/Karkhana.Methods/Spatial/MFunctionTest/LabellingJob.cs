using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Spatial;

/// <summary>Curves of nested sets drawn at random among all establishments, one row of curves per draw.</summary>
internal sealed class LabellingJob(
    NeighbourTotals totals, IReadOnlyList<int> sizes, int replicates, Func<int, RandomStream> stream) : IReplicateJob<RowChunks>
{
    public string Stage => "random labelling";

    public int Replicates => replicates;

    public int BlockSize => 4;

    public RowChunks Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = totals.Radii.Count * sizes.Count;
        LabellingKernel kernel = new(totals, sizes);
        int[] identity = [.. Enumerable.Range(0, totals.Points.Count)];
        int[] drawn = new int[identity.Length];
        double[][] rows = new double[range.Count][];
        for (int s = 0; s < rows.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            identity.CopyTo(drawn, 0);
            stream(range.First + s).ShuffleFront<int>(drawn, sizes[^1]);
            rows[s] = new double[width];
            kernel.Curves(drawn.AsSpan(0, sizes[^1]), rows[s]);
        }

        return new RowChunks(rows);
    }
}
