using Karkhana.Core.Errors;

namespace Karkhana.Core.Kernels;

/// <summary>Points on a plane, ordered so that the near ones are found without looking at the rest.</summary>
/// <remarks>
/// A balanced k-d tree without nodes: the points themselves are reordered so that the middle of every range splits it
/// along
/// its longer side. Heavy clusters and many points on one spot cost no more than an even spread. Build: n log n; a
/// query of the
/// k nearest: about log n + k; a radius query: about log n + found. Memory: 29 bytes a point. Queries may run on many
/// threads.
/// Distances are compared squared, ties by the position that the caller knows the point by, so that answers never
/// depend on the tree.
/// </remarks>
public sealed class PointIndex
{
    private const int Leaf = 12;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly int[] _positions;
    private readonly byte[] _alongY;

    private PointIndex(double[] x, double[] y, int[] positions)
    {
        _x = x;
        _y = y;
        _positions = positions;
        _alongY = new byte[x.Length];
    }

    /// <summary>Gets the number of points.</summary>
    public int Count => _x.Length;

    /// <summary>Builds the index.</summary>
    /// <param name="x">The eastings, finite.</param>
    /// <param name="y">The northings, as many, in the unit of the eastings.</param>
    /// <returns>The index; points are known by their position in these lists.</returns>
    /// <exception cref="ArgumentException">Lengths differ or a coordinate is not finite.</exception>
    public static PointIndex Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        Require.SameLength(x.Count, y.Count, nameof(y));
        Require.Finite(x);
        Require.Finite(y);
        PointIndex index = new([.. x], [.. y], [.. Enumerable.Range(0, x.Count)]);
        index.Split(0, x.Count);
        return index;
    }

    /// <summary>Finds the nearest points to a place.</summary>
    /// <param name="x">The easting.</param>
    /// <param name="y">The northing.</param>
    /// <param name="positions">Receives the positions, nearest first; its length is k.</param>
    /// <param name="squaredDistances">Receives the squared distances; at least as long.</param>
    /// <param name="except">A position to leave out, such as the point itself; −1 leaves out none.</param>
    /// <returns>How many were found: k, or fewer when there are fewer points.</returns>
    public int Nearest(double x, double y, Span<int> positions, Span<double> squaredDistances, int except = -1)
    {
        Require.That(
            squaredDistances.Length >= positions.Length, nameof(squaredDistances),
            "must be at least as long as positions");
        if (positions.IsEmpty)
        {
            return 0;
        }

        NearestSearch search = new(this, x, y, positions, squaredDistances, except);
        search.Visit(0, Count, 0, 0);
        return search.Found;
    }

    /// <summary>Finds all points within a radius of a place, the rim included.</summary>
    /// <param name="x">The easting.</param>
    /// <param name="y">The northing.</param>
    /// <param name="radius">The radius, zero or greater.</param>
    /// <param name="found">Receives the positions and squared distances; emptied first. The order is that of the
    /// tree.</param>
    public void Within(double x, double y, double radius, List<(int Position, double SquaredDistance)> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        Require.Between(radius, 0, double.MaxValue);
        found.Clear();
        Collect(0, Count, x, y, radius * radius, found);
    }

    private void Split(int first, int end)
    {
        while (end - first > Leaf)
        {
            int middle = first + ((end - first) / 2);
            bool alongY = Range(_y, first, end) > Range(_x, first, end);
            _alongY[middle] = alongY ? (byte)1 : (byte)0;
            Select(alongY ? _y : _x, first, end - 1, middle);
            Split(first, middle);
            first = middle + 1;
        }
    }

    private static double Range(double[] values, int first, int end)
    {
        (double low, double high) = (values[first], values[first]);
        for (int i = first + 1; i < end; i++)
        {
            low = Math.Min(low, values[i]);
            high = Math.Max(high, values[i]);
        }

        return high - low;
    }

    // Hoare's selection with the median of three; equal keys stop both ends, so that many points on one spot stay
    // balanced.
    private void Select(double[] keys, int low, int high, int target)
    {
        while (low < high)
        {
            double pivot = MedianOfThree(keys[low], keys[low + ((high - low) / 2)], keys[high]);
            (int left, int right) = (low, high);
            while (left <= right)
            {
                while (keys[left] < pivot)
                {
                    left++;
                }

                while (keys[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    Swap(left++, right--);
                }
            }

            if (target <= right)
            {
                high = right;
            }
            else if (target >= left)
            {
                low = left;
            }
            else
            {
                return;
            }
        }
    }

    private static double MedianOfThree(double a, double b, double c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    private void Swap(int i, int j)
    {
        (_x[i], _x[j]) = (_x[j], _x[i]);
        (_y[i], _y[j]) = (_y[j], _y[i]);
        (_positions[i], _positions[j]) = (_positions[j], _positions[i]);
    }

    private void Collect(
        int first, int end, double x, double y, double reach, List<(int Position, double SquaredDistance)> found)
    {
        while (end - first > Leaf)
        {
            int middle = first + ((end - first) / 2);
            Take(middle, x, y, reach, found);
            double gap = _alongY[middle] == 1 ? y - _y[middle] : x - _x[middle];
            bool both = gap * gap <= reach;
            if (both)
            {
                Collect(first, middle, x, y, reach, found);
            }

            if (gap < 0 && !both)
            {
                end = middle;
            }
            else
            {
                first = middle + 1;
            }
        }

        for (int i = first; i < end; i++)
        {
            Take(i, x, y, reach, found);
        }
    }

    private void Take(int i, double x, double y, double reach, List<(int Position, double SquaredDistance)> found)
    {
        double dx = _x[i] - x;
        double dy = _y[i] - y;
        double squared = (dx * dx) + (dy * dy);
        if (squared <= reach)
        {
            found.Add((_positions[i], squared));
        }
    }

    /// <summary>Keeps the nearest so far in order; a stack-only search so that a query allocates nothing.</summary>
    private ref struct NearestSearch
    {
        private readonly PointIndex _index;
        private readonly double _queryX;
        private readonly double _queryY;
        private readonly int _except;
        private readonly Span<int> _nearest;
        private readonly Span<double> _squared;

        public NearestSearch(PointIndex index, double x, double y, Span<int> nearest, Span<double> squared, int except)
        {
            _index = index;
            _queryX = x;
            _queryY = y;
            _nearest = nearest;
            _squared = squared;
            _except = except;
        }

        public int Found { get; private set; }

        private readonly double Worst => Found < _nearest.Length ? double.PositiveInfinity : _squared[Found - 1];

        /// <summary>Looks through a range whose rectangle is at least (gapX, gapY) away.</summary>
        public void Visit(int first, int end, double gapX, double gapY)
        {
            if (end - first <= Leaf)
            {
                for (int i = first; i < end; i++)
                {
                    Offer(i);
                }

                return;
            }

            int middle = first + ((end - first) / 2);
            bool alongY = _index._alongY[middle] == 1;
            double gap = alongY ? _queryY - _index._y[middle] : _queryX - _index._x[middle];
            bool low = gap < 0;
            Visit(low ? first : middle + 1, low ? middle : end, gapX, gapY);
            Offer(middle);
            (double farX, double farY) = alongY ? (gapX, gap) : (gap, gapY);
            if ((farX * farX) + (farY * farY) <= Worst)
            {
                Visit(low ? middle + 1 : first, low ? end : middle, farX, farY);
            }
        }

        private void Offer(int i)
        {
            double dx = _index._x[i] - _queryX;
            double dy = _index._y[i] - _queryY;
            double squared = (dx * dx) + (dy * dy);
            int position = _index._positions[i];
            if (squared > Worst || position == _except || (Found == _nearest.Length && squared == Worst && position > _nearest[Found - 1]))
            {
                return;
            }

            int place = Found < _nearest.Length ? Found++ : Found - 1;
            while (place > 0 && (_squared[place - 1] > squared || (_squared[place - 1] == squared && _nearest[place - 1] > position)))
            {
                _squared[place] = _squared[place - 1];
                _nearest[place] = _nearest[place - 1];
                place--;
            }

            _squared[place] = squared;
            _nearest[place] = position;
        }
    }
}
