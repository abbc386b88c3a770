using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>The points whose pairs are compared: pairs within one set, or between two sets that share no
/// point.</summary>
internal sealed class PairSet
{
    private PairSet(Side rows, Side neighbours, DistanceMetric metric)
    {
        Rows = rows;
        Neighbours = neighbours;
        Metric = metric;
    }

    /// <summary>Gets how distances are measured.</summary>
    public DistanceMetric Metric { get; }

    /// <summary>Gets the reference points.</summary>
    public Side Rows { get; }

    /// <summary>Gets the neighbours; the same object when the pairs are within one set.</summary>
    public Side Neighbours { get; }

    /// <summary>Gets a value indicating whether the pairs are within one set.</summary>
    public bool Same => ReferenceEquals(Rows, Neighbours);

    /// <summary>Gets the number of pairs.</summary>
    public double PairCount => Same ? Rows.Count * (Rows.Count - 1.0) / 2 : (double)Rows.Count * Neighbours.Count;

    /// <summary>Takes the pairs of the reference type, or of reference type and neighbour type.</summary>
    /// <param name="points">The points.</param>
    /// <param name="reference">The reference type; null takes all points.</param>
    /// <param name="neighbour">The neighbour type; null takes the reference points.</param>
    /// <param name="weighted">Whether the weights of the points are taken along.</param>
    /// <param name="metric">How distances are measured.</param>
    /// <returns>The pairs.</returns>
    public static PairSet Of(
        PointPattern points, string? reference, string? neighbour, bool weighted, DistanceMetric metric = DistanceMetric.Planar)
    {
        bool same = neighbour is null || neighbour == reference;
        Require.That(
            same || (reference is not null && points.Types.Length > 0), nameof(neighbour),
            "must be null unless the points have types and a reference type is given");
        Side rows = new(points, Positions(points, reference, nameof(reference)), weighted);
        return new PairSet(rows, same ? rows : new Side(points, Positions(points, neighbour, nameof(neighbour)), weighted), metric);
    }

    /// <summary>Takes the pairs of given points, each weighing 1.</summary>
    /// <param name="points">The points.</param>
    /// <param name="members">Their positions.</param>
    /// <param name="metric">How distances are measured.</param>
    /// <returns>The pairs.</returns>
    public static PairSet Of(
        PointPattern points, ReadOnlySpan<int> members, DistanceMetric metric = DistanceMetric.Planar)
    {
        Side rows = new(points, members, weighted: false);
        return new PairSet(rows, rows, metric);
    }

    private static int[] Positions(PointPattern points, string? type, string name)
    {
        bool[]? flags = type is null ? null : points.Are(type);
        int[] positions = [.. Enumerable.Range(0, points.Count).Where(i => flags is null || flags[i])];
        Require.That(positions.Length > 0, name, $"must be a type of the points; none is of type {type}");
        return positions;
    }

    /// <summary>One of the two sets.</summary>
    internal sealed class Side
    {
        public Side(PointPattern points, ReadOnlySpan<int> positions, bool weighted)
        {
            X = new double[positions.Length];
            Y = new double[positions.Length];
            Weights = weighted && points.Weights.Length > 0 ? new double[positions.Length] : null;
            for (int i = 0; i < positions.Length; i++)
            {
                (X[i], Y[i]) = (points.X[positions[i]], points.Y[positions[i]]);
                if (Weights is not null)
                {
                    Weights[i] = points.Weights[positions[i]];
                }
            }
        }

        public Side(double[] x, double[] y, double[]? weights) => (X, Y, Weights) = (x, y, weights);

        /// <summary>Gets the eastings.</summary>
        public double[] X { get; }

        /// <summary>Gets the northings.</summary>
        public double[] Y { get; }

        /// <summary>Gets the weights; null when each point weighs 1.</summary>
        public double[]? Weights { get; }

        /// <summary>Gets the number of points.</summary>
        public int Count => X.Length;
    }
}
