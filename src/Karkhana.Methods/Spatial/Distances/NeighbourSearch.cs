using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Spatial;

/// <summary>Finds the points near a point by a metric, ties by position.</summary>
internal abstract class NeighbourSearch
{
    public static NeighbourSearch Of(PointPattern points, DistanceMetric metric)
    {
        points.Check();
        return metric == DistanceMetric.Planar ? new Planar(points) : new SphereIndex(points.X, points.Y);
    }

    /// <summary>Searches a table, from each point along its own direction; beyond the limit it finds nothing.</summary>
    public static NeighbourSearch Of(DistanceTable table) => new Listed(table);

    /// <summary>Gives the nearest other points, nearest first, ties by position.</summary>
    /// <returns>How many were found.</returns>
    public abstract int Nearest(int point, Span<int> positions, Span<double> distances);

    /// <summary>Finds the other points within a radius, the rim included, in any order.</summary>
    public abstract void Within(int point, double radius, List<(int Position, double Distance)> found);

    private sealed class Listed(DistanceTable table) : NeighbourSearch
    {
        public override int Nearest(int point, Span<int> positions, Span<double> distances)
        {
            ReadOnlySpan<int> near = table.Within(point, table.Limit);
            int found = Math.Min(near.Length, positions.Length);
            near[..found].CopyTo(positions);
            table.DistancesFrom(point)[..found].CopyTo(distances);
            return found;
        }

        public override void Within(int point, double radius, List<(int Position, double Distance)> found)
        {
            found.Clear();
            ReadOnlySpan<int> near = table.Within(point, Math.Min(radius, table.Limit));
            ReadOnlySpan<double> distances = table.DistancesFrom(point);
            for (int i = 0; i < near.Length; i++)
            {
                found.Add((near[i], distances[i]));
            }
        }
    }

    private sealed class Planar(PointPattern points) : NeighbourSearch
    {
        private const double Wider = 1 + 1e-12; // the square of a root may fall short of what it was the root of

        private readonly PointIndex _index = PointIndex.Of(points.X, points.Y);

        public override int Nearest(int point, Span<int> positions, Span<double> distances)
        {
            int found = _index.Nearest(points.X[point], points.Y[point], positions, distances, point);
            for (int i = 0; i < found; i++)
            {
                distances[i] = Math.Sqrt(distances[i]);
            }

            return found;
        }

        public override void Within(int point, double radius, List<(int Position, double Distance)> found)
        {
            _index.Within(points.X[point], points.Y[point], radius * Wider, found);
            int kept = 0;
            for (int i = 0; i < found.Count; i++)
            {
                (int position, double squared) = found[i];
                double distance = Math.Sqrt(squared);
                if (position != point && distance <= radius)
                {
                    found[kept++] = (position, distance);
                }
            }

            found.RemoveRange(kept, found.Count - kept);
        }
    }
}
