using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Core.Kernels;

/// <summary>Adds up the products of the weights of pairs of points by the whole part of their distance.</summary>
/// <remarks>
/// The order of addition is that of the rows, in blocks of fixed size: the same bits for any number of workers and any
/// width of vectors. Cost: as <see cref="PairHistogram"/>, about three times slower. Source: own measurements.
/// </remarks>
public static class WeightedPairHistogram
{
    /// <summary>Adds up the pairs of two sets on all workers; the pairs of one set, each once, when both are the same
    /// object.</summary>
    /// <param name="rows">The points of the one set with one weight each, in the order the points came.</param>
    /// <param name="neighbours">The points of the other, with the same centre and unit, and their weights.</param>
    /// <param name="bins">The number of bins; greater distances are left out.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between blocks of rows.</param>
    /// <returns>The sum of products, one per bin.</returns>
    public static double[] Between(
        (PlanePoints Points, double[] Weights) rows,
        (PlanePoints Points, double[] Weights) neighbours,
        int bins,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows.Points);
        ArgumentNullException.ThrowIfNull(neighbours.Points);
        Require.SameLength(rows.Points.Count, rows.Weights.Length, nameof(rows));
        Require.SameLength(neighbours.Points.Count, neighbours.Weights.Length, nameof(neighbours));
        Require.Between(bins, 1, ushort.MaxValue, nameof(bins));
        if (rows.Points.Count == 0)
        {
            return new double[bins];
        }

        double[] rowWeights = Ordered(rows);
        double[] neighbourWeights = Ordered(neighbours);
        PairRowsJob job = new(rows.Points.Count, bins, (range, sums) =>
        {
            Sink sink = new(rowWeights, neighbourWeights, bins);
            PairRows.Visit(rows.Points, neighbours.Points, (range.First, range.End), bins, sink);
            sink.Sums.AsSpan(0, bins).CopyTo(sums);
        });
        return ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
    }

    private static double[] Ordered((PlanePoints Points, double[] Weights) set)
    {
        double[] ordered = new double[set.Points.X.Length]; // the far points behind the last weigh nothing
        for (int row = 0; row < set.Weights.Length; row++)
        {
            ordered[row] = set.Weights[set.Points.Order[row]];
        }

        return ordered;
    }

    private sealed class Sink(double[] rowWeights, double[] neighbourWeights, int bins) : PairRows.IBinSink
    {
        public double[] Sums { get; } = new double[bins + 1];

        public void Take(ReadOnlySpan<ushort> bins, int row, int firstNeighbour)
        {
            double weight = rowWeights[row];
            ReadOnlySpan<double> weights = neighbourWeights.AsSpan(firstNeighbour, bins.Length);
            double[] sums = Sums;
            for (int i = 0; i < bins.Length; i++)
            {
                sums[bins[i]] += weight * weights[i];
            }
        }
    }
}
