namespace Karkhana.Methods.Spatial;

/// <summary>Points on the earth, ordered so that the near ones are found without looking at the rest.</summary>
/// <remarks>
/// A k-d tree without nodes over unit vectors serves as a filter; what passes is measured by <see cref="GreatCircle"/>,
/// so
/// answers are exact by that formula, across the antimeridian and at the poles. The filter: with spherical angle σ the
/// two corrections of the formula lie in [−2.5 f, f], for S and C are averages of the squares that they are divided
/// into,
/// so d ≥ a σ (1 − 2.5 f), and the chord is at most σ. A query: about log n + k; memory: 36 bytes a point.
/// </remarks>
internal sealed class SphereIndex : NeighbourSearch
{
    private const int Leaf = 12;
    private const double Slack = 1e-14; // rounding of the unit vectors
    private const double ChordPerKilometre = (1 + 1e-12) / (GreatCircle.Axis * (1 - (2.5 * GreatCircle.Flattening)));

    private readonly double[] _longitudes;
    private readonly double[] _latitudes;
    private readonly double[][] _axes;
    private readonly double[][] _home;
    private readonly int[] _positions;
    private readonly byte[] _splits;

    public SphereIndex(double[] longitudes, double[] latitudes)
    {
        GreatCircle.Check(longitudes, latitudes);
        (_longitudes, _latitudes) = (longitudes, latitudes);
        int n = longitudes.Length;
        _home = [new double[n], new double[n], new double[n]];
        for (int i = 0; i < n; i++)
        {
            (double sinLat, double cosLat) = Math.SinCos(latitudes[i] * Math.PI / 180);
            (double sinLon, double cosLon) = Math.SinCos(longitudes[i] * Math.PI / 180);
            (_home[0][i], _home[1][i], _home[2][i]) = (cosLat * cosLon, cosLat * sinLon, sinLat);
        }

        _positions = [.. Enumerable.Range(0, n)];
        _splits = new byte[n];
        Split(0, n);
        _axes = [.. _home.Select(axis => Array.ConvertAll(_positions, position => axis[position]))];
    }

    public override int Nearest(int point, Span<int> positions, Span<double> distances)
    {
        Search search = new(this, point, positions, distances);
        search.Visit(0, _positions.Length, 0, 0, 0);
        return search.Found;
    }

    public override void Within(int point, double radius, List<(int Position, double Distance)> found)
    {
        found.Clear();
        Collect(0, _positions.Length, point, radius, found);
    }

    /// <summary>Gives a squared chord of unit vectors that no point within a distance exceeds.</summary>
    public static double Limit(double kilometres)
    {
        double chord = (kilometres * ChordPerKilometre) + Slack;
        return chord * chord;
    }

    private double Distance(int a, int b) => GreatCircle.Kilometres(_longitudes[a], _latitudes[a], _longitudes[b], _latitudes[b]);

    private double SquaredChord(int place, int point)
    {
        double x = _axes[0][place] - _home[0][point];
        double y = _axes[1][place] - _home[1][point];
        double z = _axes[2][place] - _home[2][point];
        return (x * x) + (y * y) + (z * z);
    }

    private void Split(int first, int end)
    {
        while (end - first > Leaf)
        {
            int axis = Widest(first, end);
            int middle = first + ((end - first) / 2);
            Select(_home[axis], first, end - 1, middle);
            _splits[middle] = (byte)axis;
            Split(first, middle);
            first = middle + 1;
        }
    }

    private int Widest(int first, int end)
    {
        int widest = 0;
        double range = -1;
        for (int axis = 0; axis < 3; axis++)
        {
            (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (int i = first; i < end; i++)
            {
                double value = _home[axis][_positions[i]];
                (low, high) = (Math.Min(low, value), Math.Max(high, value));
            }

            (widest, range) = high - low > range ? (axis, high - low) : (widest, range);
        }

        return widest;
    }

    // Hoare's selection over positions; equal keys stop both ends, so that many points on one spot stay balanced.
    private void Select(double[] keys, int low, int high, int target)
    {
        while (low < high)
        {
            double pivot = keys[_positions[low + ((high - low) / 2)]];
            (int left, int right) = (low, high);
            while (left <= right)
            {
                while (keys[_positions[left]] < pivot)
                {
                    left++;
                }

                while (keys[_positions[right]] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (_positions[left], _positions[right]) = (_positions[right--], _positions[left++]);
                }
            }

            high = target <= right ? right : high;
            low = target >= left ? left : low;
            if (target > right && target < left)
            {
                return;
            }
        }
    }

    private void Collect(int first, int end, int point, double radius, List<(int Position, double Distance)> found)
    {
        double limit = Limit(radius);
        while (end - first > Leaf)
        {
            int middle = first + ((end - first) / 2);
            Take(middle, point, radius, limit, found);
            int axis = _splits[middle];
            double gap = _home[axis][point] - _axes[axis][middle];
            bool both = gap * gap <= limit;
            if (both)
            {
                Collect(first, middle, point, radius, found);
            }

            (first, end) = gap < 0 && !both ? (first, middle) : (middle + 1, end);
        }

        for (int place = first; place < end; place++)
        {
            Take(place, point, radius, limit, found);
        }
    }

    private void Take(int place, int point, double radius, double limit, List<(int Position, double Distance)> found)
    {
        int position = _positions[place];
        if (position == point || SquaredChord(place, point) > limit)
        {
            return;
        }

        double distance = Distance(point, position);
        if (distance <= radius)
        {
            found.Add((position, distance));
        }
    }

    /// <summary>Keeps the nearest so far in order; on the stack, so that a query allocates nothing.</summary>
    private ref struct Search(SphereIndex index, int point, Span<int> nearest, Span<double> distances)
    {
        private readonly SphereIndex _index = index;
        private readonly int _point = point;
        private readonly Span<int> _nearest = nearest;
        private readonly Span<double> _distances = distances;
        private double _limit = double.PositiveInfinity;

        public int Found { get; private set; }

        /// <summary>Looks through a range whose box is at least the three gaps away.</summary>
        public void Visit(int first, int end, double gapX, double gapY, double gapZ)
        {
            if (end - first <= Leaf)
            {
                for (int place = first; place < end; place++)
                {
                    Offer(place);
                }

                return;
            }

            int middle = first + ((end - first) / 2);
            int axis = _index._splits[middle];
            double gap = _index._home[axis][_point] - _index._axes[axis][middle];
            bool low = gap < 0;
            Visit(low ? first : middle + 1, low ? middle : end, gapX, gapY, gapZ);
            Offer(middle);
            (gapX, gapY, gapZ) = axis switch
            {
                0 => (gap, gapY, gapZ),
                1 => (gapX, gap, gapZ),
                _ => (gapX, gapY, gap),
            };
            if ((gapX * gapX) + (gapY * gapY) + (gapZ * gapZ) <= _limit)
            {
                Visit(low ? middle + 1 : first, low ? end : middle, gapX, gapY, gapZ);
            }
        }

        private void Offer(int place)
        {
            int position = _index._positions[place];
            if (position == _point || _index.SquaredChord(place, _point) > _limit)
            {
                return;
            }

            double distance = _index.Distance(_point, position);
            bool full = Found == _nearest.Length;
            if (full && !Before(distance, position, Found - 1))
            {
                return;
            }

            int at = full ? Found - 1 : Found++;
            while (at > 0 && Before(distance, position, at - 1))
            {
                _distances[at] = _distances[at - 1];
                _nearest[at] = _nearest[at - 1];
                at--;
            }

            _distances[at] = distance;
            _nearest[at] = position;
            _limit = Found == _nearest.Length ? Limit(_distances[Found - 1]) : double.PositiveInfinity;
        }

        private readonly bool Before(double distance, int position, int place) =>
            distance < _distances[place] || (distance == _distances[place] && position < _nearest[place]);
    }
}
