using System.Numerics;
using System.Runtime.CompilerServices;
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
        Require.SameLength(limits.Length, sums.Length, nameof(sums));
        Span<Visit> open = stackalloc Visit[Deepest];
        int exceptLeaf = except < 0 ? 0 : _leaves + (except / Block);
        Vector128<double> place = Vector128.Create(x, y);
        int waiting = 0;
        open[waiting++] = new Visit(1, 0, limits.Length);
        while (waiting > 0)
        {
            Visit visit = open[--waiting];
            ref readonly Node node = ref _nodes[visit.Node];
            if (node.Weight == 0)
            {
                continue;
            }

            (int low, int high) = node.Bins(place, visit, limits);
            if (low == limits.Length)
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
                ReadOnlySpan<double> cutting = limits[low..Math.Max(high, low + 1)];
                Open(visit.Node - _leaves, x, y, except, low, sums, cutting);
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
    private void Open(int block, double x, double y, int except, int low, Span<double> sums, ReadOnlySpan<double> limits)
    {
        int first = block * Block;
        Squares squares = new(_x, _y, first, x, y);
        bool excepted = except >= first && except < first + Block && double.IsFinite(_x[except]);
        if (excepted)
        {
            squares.LeaveOut(except - first);
        }

        double before = 0;
        for (int k = 0; k < limits.Length; k++)
        {
            double within = _weighted ? squares.Weight(_weights, first, limits[k]) : squares.Number(limits[k]);
            sums[low + k] += within - before;
            before = within;
        }

        if (low + limits.Length < sums.Length)
        {
            double all = _weighted
                ? squares.Weight(_weights, first, double.MaxValue)
                : _nodes[_leaves + block].Weight - (excepted ? 1 : 0);
            sums[low + limits.Length] += all - before;
        }
    }

    /// <summary>The squared distances of the points of a block from a place, kept in registers.</summary>
    private struct Squares
    {
        private Vector512<double> _first;
        private Vector512<double> _second;
        private Vector512<double> _third;
        private Vector512<double> _fourth;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Squares(double[] xs, double[] ys, int first, double x, double y)
        {
            Vector512<double> placeX = Vector512.Create(x);
            Vector512<double> placeY = Vector512.Create(y);
            ref double fromX = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(xs), first);
            ref double fromY = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(ys), first);
            _first = Of(Vector512.LoadUnsafe(ref fromX) - placeX, Vector512.LoadUnsafe(ref fromY) - placeY);
            _second = Of(Vector512.LoadUnsafe(ref fromX, Lanes) - placeX, Vector512.LoadUnsafe(ref fromY, Lanes) - placeY);
            _third = Of(
                Vector512.LoadUnsafe(ref fromX, 2 * Lanes) - placeX, Vector512.LoadUnsafe(ref fromY, 2 * Lanes) - placeY);
            _fourth = Of(
                Vector512.LoadUnsafe(ref fromX, 3 * Lanes) - placeX, Vector512.LoadUnsafe(ref fromY, 3 * Lanes) - placeY);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static Vector512<double> Of(Vector512<double> dx, Vector512<double> dy) => (dx * dx) + (dy * dy);

        public void LeaveOut(int point)
        {
            int lane = point % Lanes;
            switch (point / Lanes)
            {
                case 0: _first = _first.WithElement(lane, double.PositiveInfinity); break;
                case 1: _second = _second.WithElement(lane, double.PositiveInfinity); break;
                case 2: _third = _third.WithElement(lane, double.PositiveInfinity); break;
                default: _fourth = _fourth.WithElement(lane, double.PositiveInfinity); break;
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly int Number(double limit)
        {
            Vector512<double> bound = Vector512.Create(limit);
            ulong near = Vector512.LessThanOrEqual(_first, bound).ExtractMostSignificantBits()
                | (Vector512.LessThanOrEqual(_second, bound).ExtractMostSignificantBits() << Lanes)
                | (Vector512.LessThanOrEqual(_third, bound).ExtractMostSignificantBits() << (2 * Lanes))
                | (Vector512.LessThanOrEqual(_fourth, bound).ExtractMostSignificantBits() << (3 * Lanes));
            return BitOperations.PopCount(near);
        }

        public readonly double Weight(double[] weights, int first, double limit)
        {
            Vector512<double> bound = Vector512.Create(limit);
            ref double from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights), first);
            Vector512<double> sum = Vector512.LessThanOrEqual(_first, bound) & Vector512.LoadUnsafe(ref from);
            sum += Vector512.LessThanOrEqual(_second, bound) & Vector512.LoadUnsafe(ref from, Lanes);
            sum += Vector512.LessThanOrEqual(_third, bound) & Vector512.LoadUnsafe(ref from, 2 * Lanes);
            sum += Vector512.LessThanOrEqual(_fourth, bound) & Vector512.LoadUnsafe(ref from, 3 * Lanes);
            return Join(sum);
        }
    }

    /// <summary>A node to visit: its points lie in the bins from low to high.</summary>
    private readonly record struct Visit(int Node, int Low, int High);

    /// <summary>A box and the weight of the points in it that are shown.</summary>
    private struct Node
    {
        private Vector128<double> _least;
        private Vector128<double> _greatest;

        public static Node Empty => new()
        {
            _least = Vector128.Create(double.PositiveInfinity),
            _greatest = Vector128.Create(double.NegativeInfinity),
        };

        public double Weight { get; set; }

        public static Node Join(in Node one, in Node two) => new()
        {
            _least = Vector128.MinNative(one._least, two._least),
            _greatest = Vector128.MaxNative(one._greatest, two._greatest),
            Weight = one.Weight + two.Weight,
        };

        public void Add(double x, double y, double weight)
        {
            _least = Vector128.MinNative(_least, Vector128.Create(x, y));
            _greatest = Vector128.MaxNative(_greatest, Vector128.Create(x, y));
            Weight += weight;
        }

        /// <summary>Narrows the bins; exact, as subtraction, square and sum never turn an order around when
        /// rounded.</summary>
        public readonly (int Low, int High) Bins(Vector128<double> place, Visit visit, ReadOnlySpan<double> limits)
        {
            Vector128<double> before = _least - place;
            Vector128<double> after = place - _greatest;
            Vector128<double> gap = Vector128.MaxNative(Vector128<double>.Zero, Vector128.MaxNative(before, after));
            Vector128<double> wide = Vector128.MaxNative(-before, -after);
            gap *= gap;
            wide *= wide;
            double near = gap[0] + gap[1];
            double far = wide[0] + wide[1];
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
