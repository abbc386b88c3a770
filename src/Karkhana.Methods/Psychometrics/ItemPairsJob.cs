using Karkhana.Core.Execution;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Estimates something for every pair of items, a block of pairs at a time.</summary>
/// <remarks>Pairs come in the order of the lower triangle: (1, 0), (2, 0), (2, 1), …</remarks>
internal sealed class ItemPairsJob(int items, int width, ItemPairsJob.PairEstimator estimate) : IReplicateJob<ReplicateRows>
{
    /// <summary>Estimates one pair.</summary>
    /// <param name="item">The later item.</param>
    /// <param name="other">The earlier item.</param>
    /// <param name="result">Receives the numbers.</param>
    public delegate void PairEstimator(int item, int other, Span<double> result);

    public string Stage => "comparing pairs of items";

    public int Replicates => checked(items * (items - 1) / 2);

    // Every merge copies what came before it: the number of blocks must not grow with the pairs.
    public int BlockSize => Math.Max(4, (Replicates + 255) / 256);

    /// <summary>Estimates all pairs and gives one symmetric matrix, row after row, for each of the numbers.</summary>
    public static double[][] Compute(
        int items, double[] diagonal, PairEstimator estimate, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ReplicateRows rows = ReplicateEngine.Local.Execute(new ItemPairsJob(items, diagonal.Length, estimate), execution, cancellationToken);
        double[][] matrices = [.. diagonal.Select(value => Enumerable.Repeat(value, items * items).ToArray())];
        for (int item = 1, pair = 0; item < items; item++)
        {
            for (int other = 0; other < item; other++, pair++)
            {
                for (int k = 0; k < matrices.Length; k++)
                {
                    matrices[k][(item * items) + other] = matrices[k][(other * items) + item] = rows.Row(pair)[k];
                }
            }
        }

        return matrices;
    }

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] values = new double[range.Count * width];
        int item = (int)((1 + Math.Sqrt(1 + (8.0 * range.First))) / 2);
        int other = range.First - (item * (item - 1) / 2);
        for (int pair = 0; pair < range.Count; pair++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            estimate(item, other, values.AsSpan(pair * width, width));
            (item, other) = other + 1 == item ? (item + 1, 0) : (item, other + 1);
        }

        return new ReplicateRows(width, values);
    }
}
