using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Spatial;

/// <summary>Curves of sets drawn at random among all establishments.</summary>
internal sealed class LabellingJob(
    NeighbourTotals totals, int size, MFunctionTestOptions options) : IReplicateJob<ReplicateRows>
{
    public string Stage => "random labelling";

    public int Replicates => options.Replicates;

    public int BlockSize => 16;

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        int width = totals.Bins.Count;
        LabellingKernel kernel = new(totals, size);
        int[] identity = [.. Enumerable.Range(0, totals.Points.Count)];
        int[] drawn = new int[identity.Length];
        double[] values = new double[range.Count * width];
        for (int s = 0; s < range.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            identity.CopyTo(drawn, 0);
            RandomStream stream = new(options.Seed, RandomPurpose.RandomLabelling, range.First + s, options.Substream);
            stream.ShuffleFront<int>(drawn, size);
            kernel.Curve(drawn.AsSpan(0, size), values.AsSpan(s * width, width));
        }

        return new ReplicateRows(width, values);
    }
}
