using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>How many points lie within each radius of each point; computed once and shared by the tests of all
/// types.</summary>
public sealed class NeighbourTotals
{
    private readonly int[] _counts;

    private NeighbourTotals(PointPattern points, IReadOnlyList<double> distances, RadiusBins bins, int[] counts)
    {
        Points = points;
        Distances = distances;
        Bins = bins;
        _counts = counts;
    }

    /// <summary>Gets the points.</summary>
    public PointPattern Points { get; }

    /// <summary>Gets the radii.</summary>
    public IReadOnlyList<double> Distances { get; }

    /// <summary>Gets the bins of the radii.</summary>
    internal RadiusBins Bins { get; }

    /// <summary>Counts the neighbours of every point.</summary>
    /// <remarks>Cost: pairs of points within the greatest radius along x; memory points × radii integers.</remarks>
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
        RadiusBins bins = new(distances);
        ReplicateRows rows = ReplicateEngine.Local.Execute(new Job(points, bins), execution, cancellationToken);
        int[] order = points.SortedAlongX();
        int[] counts = new int[points.Count * bins.Count];
        for (int rank = 0; rank < order.Length; rank++)
        {
            ReadOnlySpan<double> row = rows.Row(rank);
            for (int bin = 0; bin < bins.Count; bin++)
            {
                counts[(order[rank] * bins.Count) + bin] = (int)row[bin];
            }
        }

        return new NeighbourTotals(points, distances, bins, counts);
    }

    /// <summary>Gives the number of other points within each radius of a point, radii ascending.</summary>
    /// <param name="point">The point.</param>
    /// <returns>The counts.</returns>
    internal ReadOnlySpan<int> Of(int point) => _counts.AsSpan(point * Bins.Count, Bins.Count);

    /// <summary>Counts for blocks of points in the order along x.</summary>
    private sealed class Job : IReplicateJob<ReplicateRows>
    {
        private readonly double[] _x;
        private readonly double[] _y;
        private readonly RadiusBins _bins;

        public Job(PointPattern points, RadiusBins bins)
        {
            int[] order = points.SortedAlongX();
            _x = [.. order.Select(i => points.X[i])];
            _y = [.. order.Select(i => points.Y[i])];
            _bins = bins;
        }

        public string Stage => "counting neighbours";

        public int Replicates => _x.Length;

        public int BlockSize => 2048;

        public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
        {
            double[] values = new double[range.Count * _bins.Count];
            for (int i = range.First; i < range.End; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Count(i, values.AsSpan((i - range.First) * _bins.Count, _bins.Count));
            }

            return new ReplicateRows(_bins.Count, values);
        }

        private void Count(int centre, Span<double> counts)
        {
            (double x, double y, double reach) = (_x[centre], _y[centre], _bins.Greatest);
            int first = centre;
            while (first > 0 && x - _x[first - 1] <= reach)
            {
                first--;
            }

            for (int i = first; i < _x.Length && _x[i] - x <= reach; i++)
            {
                double dx = _x[i] - x;
                double dy = _y[i] - y;
                double distance = Math.Sqrt((dx * dx) + (dy * dy));
                if (distance <= reach && i != centre)
                {
                    counts[_bins.Of(distance)]++;
                }
            }

            for (int bin = 1; bin < counts.Length; bin++)
            {
                counts[bin] += counts[bin - 1];
            }
        }
    }
}
