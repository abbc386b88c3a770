using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Karkhana.Core.Kernels;

/// <summary>Goes through pairs of points row by row and hands out the bins of their distances in short
/// lots.</summary>
/// <remarks>
/// Bins wait in a buffer of 16-bit numbers that stays in the first cache: counting straight from the vectors would wait
/// for every store. Rows end where points lie further along x than the last bin.
/// </remarks>
internal static class PairRows
{
    private const int Lot = 2048;

    /// <summary>Takes the bins of the distances from one point to a run of neighbours.</summary>
    internal interface IBinSink
    {
        /// <summary>Takes one lot.</summary>
        void Take(ReadOnlySpan<ushort> bins, int row, int firstNeighbour);
    }

    /// <summary>Visits the pairs of rows first … end − 1 with the later points of the same set, or with all points of
    /// another.</summary>
    public static void Visit<TSink>(
        PlanePoints rows, PlanePoints neighbours, (int First, int End) range, int bins, TSink sink)
        where TSink : IBinSink
    {
        bool same = ReferenceEquals(rows, neighbours);
        bool single = rows.IsSingle && neighbours.IsSingle;
        Span<ushort> buffer = stackalloc ushort[Lot];
        double reach = bins + 1.0; // one bin more than needed: rounding can never cut off a pair
        for (int row = range.First; row < range.End; row++)
        {
            int begin = same ? row + 1 : neighbours.FirstBeyond(rows.X[row] - reach);
            int end = neighbours.FirstBeyond(rows.X[row] + reach);
            for (int first = begin; first < end; first += Lot)
            {
                int count = Math.Min(Lot, (end - first + PlanePoints.Step - 1) / PlanePoints.Step * PlanePoints.Step);
                Span<ushort> lot = buffer[..count];
                if (single)
                {
                    Fill(rows, row, neighbours, first, bins, lot);
                }
                else
                {
                    FillExactly(rows, row, neighbours, first, bins, lot);
                }

                sink.Take(lot, row, first);
            }
        }
    }

    private static void Fill(
        PlanePoints rows, int row, PlanePoints neighbours, int first, int bins, Span<ushort> lot)
    {
        ref float x = ref neighbours.SingleX[first];
        ref float y = ref neighbours.SingleY[first];
        if (Vector512.IsHardwareAccelerated)
        {
            Fill<FloatLanes512>((rows.SingleX[row], rows.SingleY[row]), ref x, ref y, bins, lot);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Fill<FloatLanes256>((rows.SingleX[row], rows.SingleY[row]), ref x, ref y, bins, lot);
        }
        else
        {
            Fill<FloatLaneSingle>((rows.SingleX[row], rows.SingleY[row]), ref x, ref y, bins, lot);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill<TLanes>(
        (float X, float Y) place, ref float x, ref float y, int bins, Span<ushort> lot)
        where TLanes : struct, IFloatLanes<TLanes>
    {
        TLanes placeX = TLanes.Spread(place.X);
        TLanes placeY = TLanes.Spread(place.Y);
        TLanes ceiling = TLanes.Spread(bins);
        ref ushort target = ref MemoryMarshal.GetReference(lot);
        for (int i = 0; i < lot.Length; i += 2 * TLanes.Count)
        {
            TLanes low = TLanes.Squared(placeX, placeY, ref Unsafe.Add(ref x, i), ref Unsafe.Add(ref y, i));
            int next = i + TLanes.Count;
            TLanes high = TLanes.Squared(placeX, placeY, ref Unsafe.Add(ref x, next), ref Unsafe.Add(ref y, next));
            TLanes.StoreRoots(low, high, ceiling, ref Unsafe.Add(ref target, i));
        }
    }

    private static void FillExactly(
        PlanePoints rows, int row, PlanePoints neighbours, int first, int bins, Span<ushort> lot)
    {
        (double x, double y) = (rows.X[row], rows.Y[row]);
        for (int i = 0; i < lot.Length; i++)
        {
            double dx = neighbours.X[first + i] - x;
            double dy = neighbours.Y[first + i] - y;
            lot[i] = (ushort)Math.Min(Math.Sqrt((dx * dx) + (dy * dy)), bins);
        }
    }
}
