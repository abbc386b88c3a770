using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Core.Kernels;

/// <summary>Counts pairs of points by the whole part of their distance, a unit of length to a bin.</summary>
/// <remarks>
/// Whole numbers: any split of the rows and any width of vectors gives the same counts. Cost: pairs that lie within the last bin along x, about
/// 1.5 · 10⁹ a second on one core with 512-bit vectors; memory 16 bytes a bin. Not for two threads at once.
/// Source: own measurements, see bench. Agrees with: the double-precision path exactly, but for pairs that lie within
/// rounding of the edge of a bin.
/// </remarks>
public sealed class PairHistogram : PairRows.IBinSink
{
    private readonly BinTally _tally;

    /// <summary>Initialises an empty histogram.</summary>
    /// <param name="bins">The number of bins; greater distances are not counted.</param>
    public PairHistogram(int bins)
    {
        Bins = Require.Between(bins, 1, ushort.MaxValue, nameof(bins));
        _tally = new BinTally(bins + 1); // the last one counts what lies beyond
    }

    /// <summary>Gets the number of bins.</summary>
    public int Bins { get; }

    /// <summary>Counts the pairs of one set, each once, on all workers.</summary>
    /// <param name="points">The points; their unit is the width of a bin.</param>
    /// <param name="bins">The number of bins.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between blocks of rows.</param>
    /// <returns>Whole numbers, one per bin.</returns>
    public static double[] OfPairs(
        PlanePoints points, int bins, ExecutionOptions? execution = null, CancellationToken cancellationToken = default) =>
        Between(points, points, bins, execution, cancellationToken);

    /// <summary>Counts the pairs of two sets on all workers; the pairs of one set, each once, when both are the same
    /// object.</summary>
    /// <param name="rows">The points of the one set.</param>
    /// <param name="neighbours">The points of the other, with the same centre and unit.</param>
    /// <param name="bins">The number of bins.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between blocks of rows.</param>
    /// <returns>Whole numbers, one per bin.</returns>
    public static double[] Between(
        PlanePoints rows, PlanePoints neighbours, int bins, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(neighbours);
        Require.Between(bins, 1, ushort.MaxValue, nameof(bins));
        if (rows.Count == 0)
        {
            return new double[bins];
        }

        PairRowsJob job = new(rows.Count, bins, (range, sums) =>
        {
            PairHistogram histogram = new(bins);
            histogram.Add(rows, neighbours, range.First, range.End);
            histogram.MoveTo(sums);
        });
        return ReplicateEngine.Local.Execute(job, execution, cancellationToken).Values;
    }

    /// <summary>Adds the pairs of some rows with the later rows of the same set, or with all points of another
    /// set.</summary>
    /// <param name="rows">The points whose rows are taken.</param>
    /// <param name="neighbours">The same object, or another set with the same centre and unit.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last.</param>
    public void Add(PlanePoints rows, PlanePoints neighbours, int first, int end)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(neighbours);
        Require.Between(end, 0, rows.Count, nameof(end));
        Require.Between(first, 0, end, nameof(first));
        PairRows.Visit(rows, neighbours, (first, end), Bins, this);
    }

    /// <summary>Adds the counts to <paramref name="target"/> and empties the histogram.</summary>
    /// <param name="target">One number per bin.</param>
    public void MoveTo(Span<double> target)
    {
        Require.SameLength(Bins, target.Length, nameof(target));
        ReadOnlySpan<long> counts = _tally.Read();
        for (int bin = 0; bin < Bins; bin++)
        {
            target[bin] += counts[bin];
        }

        _tally.Clear();
    }

    void PairRows.IBinSink.Take(ReadOnlySpan<ushort> bins, int row, int firstNeighbour) => _tally.Add(bins);
}
