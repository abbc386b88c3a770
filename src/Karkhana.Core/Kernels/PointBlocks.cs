using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Karkhana.Core.Errors;

namespace Karkhana.Core.Kernels;

/// <summary>Points in blocks of 32 under a tree of bounding boxes, for adding up weights within many radii at
/// once.</summary>
/// <remarks>
/// A box that lies between two radii, seen from a place, is added as a whole; only boxes that a circle cuts are opened,
/// and a block is compared with the radii that cut it alone. So the cost of a place is about the number of points near
/// the rims of the circles, not that within them, and many points on one spot cost no more than one. Sums are added in
/// an order that depends on the points alone, in eight fixed lanes: the same bits on any machine.
/// Reading is safe from many threads; <see cref="Show"/> is not.
/// </remarks>
public sealed class PointBlocks
{
    private const int Block = 32;
    private const int Lanes = 8;
    private const int Deepest = 64;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _hiddenX;
    private readonly double[] _weights;
    private readonly Node[] _nodes;
    private readonly int _leaves;
    private readonly bool _weighted;

    private PointBlocks(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights, bool hidden)
    {
        Count = x.Length;
        int blocks = Math.Max(1, (Count + Block - 1) / Block);
        _leaves = (int)BitOperations.RoundUpToPowerOf2((uint)blocks);
        _weighted = weights.Length > 0;
        _x = Padded(x, blocks);
        _y = Padded(y, blocks);
        _hiddenX = hidden ? [.. _x] : [];
        _weights = _weighted ? new double[blocks * Block] : [];
        weights.CopyTo(_weights);
        _nodes = new Node[2 * _leaves];
        Measure();
        if (hidden)
        {
            Hide();
        }
    }

    /// <summary>Gets the number of points, hidden ones included.</summary>
    public int Count { get; }

    /// <summary>Makes blocks of points.</summary>
    /// <param name="x">The eastings, finite, in an order in which neighbours are near, as
    /// <see cref="HilbertOrder"/> gives it. Any order gives the same counts, a bad one slowly.</param>
    /// <param name="y">The northings, as many.</param>
    /// <param name="weights">The weights, zero or greater; empty when each point weighs 1.</param>
    /// <param name="hidden">Whether the points do not count until they are shown.</param>
    /// <returns>The blocks.</returns>
    public static PointBlocks Of(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights = default, bool hidden = false)
    {
        Require.SameLength(x.Length, y.Length, nameof(y));
        Require.That(weights.IsEmpty || weights.Length == x.Length, nameof(weights), "must be as many as the points");
        return new PointBlocks(x, y, weights, hidden);
    }

    /// <summary>Lets a hidden point count from now on.</summary>
    /// <param name="point">The position of the point in the lists it came in.</param>
    public void Show(int point)
    {
        _x[point] = _hiddenX[point];
        double weight = _weighted ? _weights[point] : 1;
        for (int node = _leaves + (point / Block); node > 0; node >>= 1)
        {
            _nodes[node].Weight += weight;
        }
    }

    /// <summary>Adds the weights of the points around a place to the bins of their distances.</summary>
    /// <param name="x">The easting.</param>
    /// <param name="y">The northing.</param>
    /// <param name="except">The position of a point that does not count, such as the place itself; −1 for
    /// none.</param>
    /// <param name="radii">The radii.</param>
    /// <param name="sums">One sum per radius, ascending: receives what lies beyond the radius before and within this
    /// one.</param>
    public void Gather(double x, double y, int except, SquaredRadii radii, Span<double> sums)
    {
        ArgumentNullException.ThrowIfNull(radii);
        ReadOnlySpan<double> limits = radii.Limits;
        Span<Visit> open = stackalloc Visit[Deepest];
        int exceptLeaf = except < 0 ? 0 : _leaves + (except / Block);
        int waiting = 0;
        open[waiting++] = new Visit(1, 0, limits.Length);
        while (waiting > 0)
        {
            Visit visit = open[--waiting];
            ref readonly Node node = ref _nodes[visit.Node];
            (int low, int high) = node.Bins(x, y, visit, limits);
            if (node.Weight == 0 || low == limits.Length)
            {
                continue;
            }

            if (low == high && !Holds(visit.Node, exceptLeaf))
            {
                sums[low] += node.Weight;
            }
            else if (visit.Node < _leaves)
            {
                open[waiting++] = new Visit((2 * visit.Node) + 1, low, high);
                open[waiting++] = new Visit(2 * visit.Node, low, high);
            }
            else
            {
                Open(visit.Node - _leaves, (x, y, except), low, Math.Max(high, low + 1), limits, sums);
            }
        }
    }

    private static double[] Padded(ReadOnlySpan<double> values, int blocks)
    {
        double[] padded = new double[blocks * Block];
        Array.Fill(padded, double.PositiveInfinity);
        values.CopyTo(padded);
        return padded;
    }

    private static bool Holds(int node, int leaf) =>
        leaf > 0 && leaf >> (BitOperations.Log2((uint)leaf) - BitOperations.Log2((uint)node)) == node;

    private static double Join(Vector512<double> lanes)
    {
        Vector256<double> four = lanes.GetLower() + lanes.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }

    private void Measure()
    {
        for (int leaf = 0; leaf < _leaves; leaf++)
        {
            ref Node node = ref _nodes[_leaves + leaf];
            node = Node.Empty;
            for (int i = leaf * Block; i < Math.Min(Count, (leaf + 1) * Block); i++)
            {
                node.Add(_x[i], _y[i], _weighted ? _weights[i] : 1);
            }
        }

        for (int parent = _leaves - 1; parent > 0; parent--)
        {
            _nodes[parent] = Node.Join(_nodes[2 * parent], _nodes[(2 * parent) + 1]);
        }
    }

    private void Hide()
    {
        Array.Fill(_x, double.PositiveInfinity);
        foreach (ref Node node in _nodes.AsSpan())
        {
            node.Weight = 0;
        }
    }

    /// <summary>Compares the points of a block with the radii from low to before high.</summary>
    private void Open(
        int block, (double X, double Y, int Except) place, int low, int high, ReadOnlySpan<double> limits, Span<double> sums)
    {
        Span<double> squared = stackalloc double[Block];
        int first = block * Block;
        Squares(first, place.X, place.Y, squared);
        bool excepted = place.Except >= first && place.Except < first + Block;
        if (excepted)
        {
            squared[place.Except - first] = double.PositiveInfinity;
        }

        double before = 0;
        for (int k = low; k < high; k++)
        {
            double within = _weighted ? Weight(first, squared, limits[k]) : Number(squared, limits[k]);
            sums[k] += within - before;
            before = within;
        }

        if (high < limits.Length)
        {
            double within = _weighted ? Weight(first, squared, double.MaxValue) : Number(squared, double.MaxValue);
            sums[high] += within - before;
        }
    }

    private void Squares(int first, double x, double y, Span<double> squared)
    {
        Vector512<double> placeX = Vector512.Create(x);
        Vector512<double> placeY = Vector512.Create(y);
        ref double xs = ref MemoryMarshal.GetArrayDataReference(_x);
        ref double ys = ref MemoryMarshal.GetArrayDataReference(_y);
        ref double target = ref MemoryMarshal.GetReference(squared);
        for (int lane = 0; lane < Block; lane += Lanes)
        {
            Vector512<double> dx = Vector512.LoadUnsafe(ref xs, (nuint)(first + lane)) - placeX;
            Vector512<double> dy = Vector512.LoadUnsafe(ref ys, (nuint)(first + lane)) - placeY;
            ((dx * dx) + (dy * dy)).StoreUnsafe(ref target, (nuint)lane);
        }
    }

    private static int Number(ReadOnlySpan<double> squared, double limit)
    {
        Vector512<double> bound = Vector512.Create(limit);
        ref double values = ref MemoryMarshal.GetReference(squared);
        ulong near = 0;
        for (int lane = 0; lane < Block; lane += Lanes)
        {
            near = (near << Lanes) | Vector512.LessThanOrEqual(
                Vector512.LoadUnsafe(ref values, (nuint)lane), bound).ExtractMostSignificantBits();
        }

        return BitOperations.PopCount(near);
    }

    private double Weight(int first, ReadOnlySpan<double> squared, double limit)
    {
        Vector512<double> bound = Vector512.Create(limit);
        ref double values = ref MemoryMarshal.GetReference(squared);
        ref double weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        Vector512<double> sum = Vector512<double>.Zero;
        for (int lane = 0; lane < Block; lane += Lanes)
        {
            Vector512<double> near = Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref values, (nuint)lane), bound);
            sum += near & Vector512.LoadUnsafe(ref weights, (nuint)(first + lane));
        }

        return Join(sum);
    }

    /// <summary>A node to visit: its points lie in the bins from low to high.</summary>
    private readonly record struct Visit(int Node, int Low, int High);

    /// <summary>A box and the weight of the points in it that are shown.</summary>
    private struct Node
    {
        private double _left;
        private double _right;
        private double _bottom;
        private double _top;

        public static Node Empty => new()
        {
            _left = double.PositiveInfinity,
            _right = double.NegativeInfinity,
            _bottom = double.PositiveInfinity,
            _top = double.NegativeInfinity,
        };

        public double Weight { get; set; }

        public static Node Join(in Node one, in Node two) => new()
        {
            _left = Math.Min(one._left, two._left),
            _right = Math.Max(one._right, two._right),
            _bottom = Math.Min(one._bottom, two._bottom),
            _top = Math.Max(one._top, two._top),
            Weight = one.Weight + two.Weight,
        };

        public void Add(double x, double y, double weight)
        {
            _left = Math.Min(_left, x);
            _right = Math.Max(_right, x);
            _bottom = Math.Min(_bottom, y);
            _top = Math.Max(_top, y);
            Weight += weight;
        }

        /// <summary>Narrows the bins; exact, as subtraction, square and sum never turn an order around when
        /// rounded.</summary>
        public readonly (int Low, int High) Bins(double x, double y, Visit visit, ReadOnlySpan<double> limits)
        {
            double gapX = Math.Max(0, Math.Max(_left - x, x - _right));
            double gapY = Math.Max(0, Math.Max(_bottom - y, y - _top));
            double near = (gapX * gapX) + (gapY * gapY);
            double wideX = Math.Max(_right - x, x - _left);
            double wideY = Math.Max(_top - y, y - _bottom);
            double far = (wideX * wideX) + (wideY * wideY);
            (int low, int high) = (visit.Low, visit.High);
            while (low < high && limits[low] < near)
            {
                low++;
            }

            while (high > low && limits[high - 1] >= far)
            {
                high--;
            }

            return (low, high);
        }
    }
}
