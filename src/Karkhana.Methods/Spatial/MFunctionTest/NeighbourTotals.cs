using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>How many points lie within each radius of each point; computed once and shared by the tests of all
/// types.</summary>
public sealed class NeighbourTotals
{
    private readonly int[] _counts;
    private readonly int[] _places;

    private NeighbourTotals(PointPattern points, IReadOnlyList<double> distances, SquaredRadii radii, int[] order)
    {
        Points = points;
        Distances = distances;
        Radii = radii;
        _counts = new int[(long)points.Count * radii.Count];
        _places = new int[points.Count];
        for (int place = 0; place < order.Length; place++)
        {
            _places[order[place]] = place;
        }
    }

    /// <summary>Gets the points.</summary>
    public PointPattern Points { get; }

    /// <summary>Gets the radii.</summary>
    public IReadOnlyList<double> Distances { get; }

    /// <summary>Gets the radii as limits of squared distances.</summary>
    internal SquaredRadii Radii { get; }

    /// <summary>Counts the neighbours of every point.</summary>
    /// <remarks>Cost: points near the rims of the circles around all points, see <see cref="PointBlocks"/>; memory
    /// points × radii integers.</remarks>
    /// <param name="points">The points.</param>
    /// <param name="distances">The radii, each zero or greater.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between points.</param>
    /// <returns>The totals.</returns>
    public static NeighbourTotals Of(
        PointPattern points, IReadOnlyList<double> distances, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        points.Check();
        SquaredRadii radii = new(distances);
        int[] order = HilbertOrder.Of(points.X, points.Y);
        NeighbourTotals totals = new(points, distances, radii, order);
        if (order.Length > 0)
        {
            Job job = new(points, radii, order);
            RowChunks rows = ReplicateEngine.Local.Execute(job, execution, cancellationToken);
            totals.Take(rows, order, job.BlockSize);
        }

        return totals;
    }

    /// <summary>Gives the number of other points within each radius of a point, radii ascending.</summary>
    /// <param name="point">The point.</param>
    /// <returns>The counts.</returns>
    internal ReadOnlySpan<int> Of(int point) => _counts.AsSpan(point * Radii.Count, Radii.Count);

    /// <summary>Gives where a point stands in an order in which neighbours are near.</summary>
    /// <param name="point">The point.</param>
    /// <returns>The place.</returns>
    internal int PlaceOf(int point) => _places[point];

    private void Take(RowChunks rows, int[] order, int block)
    {
        for (int place = 0; place < order.Length; place++)
        {
            ReadOnlySpan<double> row = rows[place / block].Slice(place % block * Radii.Count, Radii.Count);
            for (int bin = 0, target = order[place] * Radii.Count; bin < row.Length; bin++, target++)
            {
                _counts[target] = (int)row[bin];
            }
        }
    }

    /// <summary>Counts for blocks of neighbouring points.</summary>
    private sealed class Job : IReplicateJob<RowChunks>
    {
        private readonly double[] _x;
        private readonly double[] _y;
        private readonly SquaredRadii _radii;
        private readonly PointBlocks _blocks;

        public Job(PointPattern points, SquaredRadii radii, int[] order)
        {
            _x = [.. order.Select(i => points.X[i])];
            _y = [.. order.Select(i => points.Y[i])];
            _radii = radii;
            _blocks = PointBlocks.Of(_x, _y);
        }

        public string Stage => "counting neighbours";

        public int Replicates => _x.Length;

        public int BlockSize => 1024;

        public RowChunks Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            double[] values = new double[range.Count * _radii.Count];
            for (int i = range.First; i < range.End; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Span<double> row = values.AsSpan((i - range.First) * _radii.Count, _radii.Count);
                _blocks.Gather(_x[i], _y[i], i, _radii, row);
                for (int bin = 1; bin < row.Length; bin++)
                {
                    row[bin] += row[bin - 1];
                }
            }

            return new RowChunks([values]);
        }
    }
}
