using Karkhana.Core.Execution;

namespace Karkhana.Methods;

/// <summary>Numbers of each sample of a resampling.</summary>
/// <param name="resampling">The samples.</param>
/// <param name="width">How many numbers a sample gives.</param>
/// <param name="statistic">Gives them from the counts of the rows; NaN where they are not defined.</param>
internal sealed class CountedStatistic(IResampling resampling, int width, Func<int[], double[]> statistic) : IReplicateJob<ReplicateRows>
{
    private const int Blocks = 64;

    public string Stage => "bootstrap samples";

    public int Replicates => resampling.Replicates;

    public int BlockSize => Math.Clamp(Replicates / Blocks, 1, Blocks);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * width];
        int[] counts = new int[resampling.Rows];
        for (int k = 0; k < range.Count; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            resampling.Count(range.First + k, counts);
            statistic(counts).CopyTo(values, k * width);
        }

        return new ReplicateRows(width, values);
    }
}
