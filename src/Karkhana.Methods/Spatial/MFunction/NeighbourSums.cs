namespace Karkhana.Methods.Spatial;

/// <summary>Weights of the neighbours of a point within radii: those that count in a numerator and in a
/// denominator.</summary>
internal abstract class NeighbourSums
{
    /// <summary>Makes the sums over a plane, or over what a search finds.</summary>
    /// <param name="points">The points.</param>
    /// <param name="distances">The radii.</param>
    /// <param name="counting">Which points count in the numerator and, null for all, in the denominator.</param>
    /// <param name="search">The search; null takes the plane.</param>
    public static NeighbourSums Of(
        PointPattern points, IReadOnlyList<double> distances, (bool[] Numerator, bool[]? Denominator) counting, NeighbourSearch? search) =>
        search is null ? new PlaneSums(points, distances, counting) : new SearchedSums(points, distances, counting, search);

    /// <summary>Adds up the weights within each radius of a point, ascending, the point itself left out.</summary>
    /// <param name="point">The point.</param>
    /// <param name="numerator">Receives the sums, one per radius.</param>
    /// <param name="denominator">Receives the sums, one per radius.</param>
    /// <param name="found">Room to work in, one per thread.</param>
    public abstract void Gather(
        int point, double[] numerator, double[] denominator, List<(int Position, double Distance)> found);

    /// <summary>Turns sums by bin into sums up to a bin.</summary>
    protected static void Cumulate(double[] sums)
    {
        for (int bin = 1; bin < sums.Length; bin++)
        {
            sums[bin] += sums[bin - 1];
        }
    }
}
