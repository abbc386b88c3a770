using Karkhana.Core.Errors;

namespace Karkhana.Core.Kernels;

/// <summary>Points on a plane made ready for the kernels of pair distances: centred, in a unit of length, ordered
/// along x.</summary>
/// <remarks>
/// The centre is taken off before the numbers are cut to single precision: a coordinate that lies E units from it is
/// then exact to E / 2²⁴ units, whatever the origin of the map. Behind the last point come points that are further away
/// than any limit, so that kernels need no rest loop. Memory: 24 bytes a point.
/// </remarks>
public sealed class PlanePoints
{
    /// <summary>How many points the widest kernel takes at a time.</summary>
    internal const int Step = 32;

    private const float Far = 1e18f;
    private const double ExactExtent = 1 << 20;
    private const double GreatestExtent = 1e17;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly float[] _singleX = [];
    private readonly float[] _singleY = [];

    private PlanePoints(double[] x, double[] y, int[] order, bool single)
    {
        _x = x;
        _y = y;
        Order = order;
        IsSingle = single;
        if (single)
        {
            _singleX = Array.ConvertAll(x, value => (float)value);
            _singleY = Array.ConvertAll(y, value => (float)value);
        }
    }

    /// <summary>Gets the number of points.</summary>
    public int Count => Order.Length;

    /// <summary>Gets the positions of the points in the lists they came from, in the order of the rows.</summary>
    public int[] Order { get; }

    /// <summary>Gets a value indicating whether distances are computed in single precision.</summary>
    public bool IsSingle { get; }

    internal double[] X => _x;

    internal double[] Y => _y;

    internal float[] SingleX => _singleX;

    internal float[] SingleY => _singleY;

    /// <summary>Makes points ready.</summary>
    /// <remarks>Cost: n log n.</remarks>
    /// <param name="x">The eastings, finite.</param>
    /// <param name="y">The northings, as many, in the unit of the eastings.</param>
    /// <param name="unit">The length that becomes 1; the width of a bin for <see cref="PairHistogram"/>.</param>
    /// <param name="centre">The centre, the same for all sets that are compared; that of these points when
    /// null.</param>
    /// <param name="precision">Which numbers to compute with.</param>
    /// <returns>The points.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a coordinate is not finite, or the points reach too far for
    /// the unit.</exception>
    public static PlanePoints Of(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double unit = 1,
        (double X, double Y)? centre = null,
        DistancePrecision precision = DistancePrecision.Automatic)
    {
        Require.SameLength(x.Length, y.Length, nameof(y));
        Require.Positive(unit, nameof(unit));
        (double middleX, double middleY) = centre ?? CentreOf(x, y);
        int[] order = new int[x.Length];
        double[] sortedX = new double[x.Length];
        double extent = 0;
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            sortedX[i] = (x[i] - middleX) / unit;
            double reach = Math.Max(Math.Abs(sortedX[i]), Math.Abs((y[i] - middleY) / unit));
            Require.That(
                reach <= GreatestExtent, nameof(x), "and y must be finite and lie within 1e17 units of the centre");
            extent = Math.Max(extent, reach);
        }

        Array.Sort(sortedX, order);
        bool single = precision == DistancePrecision.Fast || (precision == DistancePrecision.Automatic && extent <= ExactExtent);
        int padded = ((x.Length + (2 * Step) - 1) / Step * Step) + Step;
        Array.Resize(ref sortedX, padded);
        double[] sortedY = new double[padded];
        for (int i = 0; i < order.Length; i++)
        {
            sortedY[i] = (y[order[i]] - middleY) / unit;
        }

        sortedX.AsSpan(order.Length).Fill(Far);
        return new PlanePoints(sortedX, sortedY, order, single);
    }

    /// <summary>Gives the middle of the smallest rectangle that holds the points; it does not depend on their
    /// order.</summary>
    /// <param name="x">The eastings.</param>
    /// <param name="y">The northings.</param>
    /// <returns>The middle; the origin when there is no point.</returns>
    public static (double X, double Y) CentreOf(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => (Middle(x), Middle(y));

    /// <summary>Gives the first row that lies more than a distance to the right of a place.</summary>
    internal int FirstBeyond(double place)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_x[middle] <= place)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static double Middle(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return 0;
        }

        (double least, double greatest) = (values[0], values[0]);
        foreach (double value in values)
        {
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        return (least / 2) + (greatest / 2);
    }
}
