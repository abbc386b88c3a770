using Karkhana.Core.Errors;

namespace Karkhana.Core.Kernels;

/// <summary>Puts points of a plane in an order in which neighbours in the order are neighbours on the plane.</summary>
public static class HilbertOrder
{
    private const int Bits = 31;
    private const double Cells = (1L << Bits) - 1;

    /// <summary>Gives the points in the order of Hilbert's curve over their bounding square.</summary>
    /// <remarks>Cost: n log n. Source: Hilbert 1891, Mathematische Annalen 38: 459–460.</remarks>
    /// <param name="x">The eastings, finite.</param>
    /// <param name="y">The northings, as many.</param>
    /// <returns>The positions of the points; the same for the same input on any machine.</returns>
    public static int[] Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Require.SameLength(x.Length, y.Length, nameof(y));
        int[] order = new int[x.Length];
        if (order.Length == 0)
        {
            return order;
        }

        (double left, double right) = Range(x);
        (double low, double high) = Range(y);
        double side = Math.Max(right - left, high - low);
        double scale = side > 0 ? Cells / side : 0;
        ulong[] keys = new ulong[x.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = Key((uint)Math.Min(Cells, (x[i] - left) * scale), (uint)Math.Min(Cells, (y[i] - low) * scale));
        }

        Array.Sort(keys, order);
        return order;
    }

    private static (double Least, double Greatest) Range(ReadOnlySpan<double> values)
    {
        (double least, double greatest) = (values[0], values[0]);
        foreach (double value in values)
        {
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        return (least, greatest);
    }

    // From the coarsest quarter to the finest; each quarter turns or mirrors the curve inside it.
    private static ulong Key(uint x, uint y)
    {
        ulong key = 0;
        for (int bit = Bits - 1; bit >= 0; bit--)
        {
            uint east = (x >> bit) & 1;
            uint north = (y >> bit) & 1;
            key = (key << 2) | ((3 * east) ^ north);
            if (north == 0)
            {
                uint flip = east == 1 ? (1u << bit) - 1 : 0;
                (x, y) = (y ^ flip, x ^ flip);
            }
        }

        return key;
    }
}
