using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>Distances that a user brings, such as travel times, for the pairs up to a limit.</summary>
/// <remarks>
/// Row i holds the units that can be reached from unit i, nearest first, ties by position. A pair that is not listed is
/// farther than the limit. A unit's distance to itself is not listed. Making one: links · log links; memory: 12 bytes a
/// listed direction and 4 a unit; a query: log of the row.
/// </remarks>
public sealed class DistanceTable
{
    private readonly int[] _starts;
    private readonly int[] _units;
    private readonly double[] _distances;

    private DistanceTable(int[] starts, int[] units, double[] distances, double limit)
    {
        _starts = starts;
        _units = units;
        _distances = distances;
        Limit = limit;
    }

    /// <summary>Gets the number of units.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Gets the number of listed directions.</summary>
    public int Links => _units.Length;

    /// <summary>Gets the distance up to which every pair is listed.</summary>
    public double Limit { get; }

    /// <summary>Gets a value indicating whether every pair is listed both ways, so that nothing lies beyond the
    /// limit.</summary>
    public bool IsComplete => Links == (long)Count * (Count - 1);

    /// <summary>Makes the table.</summary>
    /// <param name="count">The number of units.</param>
    /// <param name="from">The position of the first unit of each pair.</param>
    /// <param name="to">The position of the second unit, as many.</param>
    /// <param name="distances">The distances, zero or greater and finite.</param>
    /// <param name="directed">Whether a row says only how far it is from the first to the second unit; otherwise it
    /// holds both ways and a pair may be listed once only.</param>
    /// <param name="limit">The distance up to which every pair is listed; null takes the greatest that came.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">A position is outside the units, a pair comes twice or is a unit with itself,
    /// or a distance is negative, not finite or beyond the limit.</exception>
    public static DistanceTable Of(
        int count,
        IReadOnlyList<int> from,
        IReadOnlyList<int> to,
        IReadOnlyList<double> distances,
        bool directed,
        double? limit = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(distances);
        Require.Between(count, 0, int.MaxValue, nameof(count));
        Require.SameLength(from.Count, to.Count, nameof(to));
        Require.SameLength(from.Count, distances.Count, nameof(distances));
        double reach = Require.Between(limit ?? Math.Max(0, distances.DefaultIfEmpty().Max()), 0, double.MaxValue, nameof(limit));
        int[] starts = new int[count + 1];
        for (int pair = 0; pair < from.Count; pair++)
        {
            int a = Require.Between(from[pair], 0, count - 1, nameof(from));
            int b = Require.Between(to[pair], 0, count - 1, nameof(to));
            Require.Between(distances[pair], 0, reach, nameof(distances));
            Require.That(a != b, nameof(to), a != b ? "" : FormattableString.Invariant($"must be another unit than from; pair {pair + 1} was a unit with itself"));
            starts[a + 1]++;
            starts[b + 1] += directed ? 0 : 1;
        }

        for (int unit = 0; unit < count; unit++)
        {
            starts[unit + 1] += starts[unit];
        }

        return Filled(starts, from, to, distances, directed, reach);
    }

    /// <summary>Gives the units that can be reached from a unit within a radius, the rim included, nearest
    /// first.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="radius">The radius, from 0 to the limit.</param>
    /// <returns>Their positions; the distances are the first of <see cref="DistancesFrom"/>.</returns>
    /// <exception cref="ArgumentException">The radius is beyond the limit, where the table knows nothing.</exception>
    public ReadOnlySpan<int> Within(int unit, double radius)
    {
        Require.Between(radius, 0, Limit, nameof(radius));
        ReadOnlySpan<double> row = DistancesFrom(unit);
        (int low, int high) = (0, row.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = row[middle] <= radius ? (middle + 1, high) : (low, middle);
        }

        return _units.AsSpan(_starts[unit], low);
    }

    /// <summary>Gives the distances from a unit, ascending.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The distances to the units that <see cref="Within"/> gives at the limit, in the same order.</returns>
    public ReadOnlySpan<double> DistancesFrom(int unit) => _distances.AsSpan(_starts[unit], _starts[unit + 1] - _starts[unit]);

    private static DistanceTable Filled(
        int[] starts, IReadOnlyList<int> from, IReadOnlyList<int> to, IReadOnlyList<double> distances, bool directed, double limit)
    {
        int[] next = [.. starts];
        int[] units = new int[starts[^1]];
        double[] sorted = new double[units.Length];
        for (int pair = 0; pair < from.Count; pair++)
        {
            Put(from[pair], to[pair], distances[pair]);
            if (!directed)
            {
                Put(to[pair], from[pair], distances[pair]);
            }
        }

        for (int unit = 0; unit < starts.Length - 1; unit++)
        {
            SortRow(units.AsSpan(starts[unit]..starts[unit + 1]), sorted.AsSpan(starts[unit]..starts[unit + 1]), unit);
        }

        return new DistanceTable(starts, units, sorted, limit);

        void Put(int unit, int other, double distance)
        {
            units[next[unit]] = other;
            sorted[next[unit]++] = distance;
        }
    }

    /// <summary>Sorts by unit to find doubles, then by distance and unit.</summary>
    private static void SortRow(Span<int> units, Span<double> distances, int unit)
    {
        units.Sort(distances);
        for (int i = 1; i < units.Length; i++)
        {
            bool again = units[i] == units[i - 1];
            Require.That(!again, "to", again ? FormattableString.Invariant($"must list each pair once; units {unit + 1} and {units[i] + 1} came again") : "");
        }

        distances.Sort(units);
        for (int first = 0, end; first < units.Length; first = end)
        {
            end = first + 1;
            while (end < units.Length && distances[end] == distances[first])
            {
                end++;
            }

            units[first..end].Sort(); // ties by position
        }
    }
}
