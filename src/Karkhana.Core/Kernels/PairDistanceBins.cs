using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Karkhana.Core.Errors;

namespace Karkhana.Core.Kernels;

/// <summary>Counts distances between points in bins of equal width.</summary>
/// <remarks>
/// Bin 0 holds the pairs on one spot, bin k the distances in ((k − 1) w, k w], the last one everything farther away.
/// Distances are of single precision (a relative error of 1e-7 may move a pair that lies on a limit to the bin beside
/// it), counts are whole: the same numbers for any width of vectors and any order of pairs. Not safe for two threads at
/// once. Unlike <see cref="PairHistogram"/>, which takes the whole part of a distance, a bin holds its upper limit.
/// </remarks>
public sealed class PairDistanceBins
{
    private const int Step = 32;
    private const int Chunk = 1024;

    private readonly BinTally _tally;
    private readonly ushort[] _waiting = new ushort[Chunk];
    private readonly float _perUnit;

    /// <summary>Initialises empty bins.</summary>
    /// <param name="bins">The number of bins of the given width.</param>
    /// <param name="width">The width.</param>
    public PairDistanceBins(int bins, double width)
    {
        Bins = Require.Between(bins, 1, 60_000, nameof(bins));
        Width = Require.Positive(width, nameof(width));
        _tally = new BinTally(bins + 2);
        _perUnit = (float)(1 / width);
    }

    /// <summary>Gets the number of bins of the given width: 0 to <c>Bins</c> and one beyond can be read.</summary>
    public int Bins { get; }

    /// <summary>Gets the width of a bin.</summary>
    public double Width { get; }

    /// <summary>Counts the distances from one point to others.</summary>
    /// <param name="x">The easting.</param>
    /// <param name="y">The northing.</param>
    /// <param name="xs">The eastings of the others.</param>
    /// <param name="ys">The northings of the others, as many.</param>
    public void Add(float x, float y, ReadOnlySpan<float> xs, ReadOnlySpan<float> ys)
    {
        Require.SameLength(xs.Length, ys.Length, nameof(ys));
        int vectors = Vector128.IsHardwareAccelerated ? xs.Length - (xs.Length % Step) : 0;
        for (int first = 0; first < vectors; first += Chunk)
        {
            int count = Math.Min(Chunk, vectors - first);
            AddVectors(x, y, xs.Slice(first, count), ys.Slice(first, count));
        }

        for (int first = vectors; first < xs.Length; first += Chunk)
        {
            int count = Math.Min(Chunk, xs.Length - first);
            AddOneByOne(x, y, xs.Slice(first, count), ys.Slice(first, count));
        }
    }

    /// <summary>Adds the counts to totals and empties the bins.</summary>
    /// <param name="totals">One total per bin, from 0 to that beyond.</param>
    public void MoveTo(Span<long> totals)
    {
        Require.SameLength(Bins + 2, totals.Length, nameof(totals));
        ReadOnlySpan<long> counts = _tally.Read();
        for (int bin = 0; bin < counts.Length; bin++)
        {
            totals[bin] += counts[bin];
        }

        _tally.Clear();
    }

    private void AddOneByOne(float x, float y, ReadOnlySpan<float> xs, ReadOnlySpan<float> ys)
    {
        Span<ushort> bins = _waiting.AsSpan(0, xs.Length);
        for (int i = 0; i < bins.Length; i++)
        {
            bins[i] = Of(xs[i] - x, ys[i] - y);
        }

        _tally.Add(bins);
    }

    private ushort Of(float dx, float dy) =>
        (ushort)Math.Min(MathF.Ceiling(MathF.Sqrt((dx * dx) + (dy * dy)) * _perUnit), Bins + 1);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddVectors(float x, float y, ReadOnlySpan<float> xs, ReadOnlySpan<float> ys)
    {
        Span<ushort> bins = _waiting.AsSpan(0, xs.Length);
        Vector512<float> placeX = Vector512.Create(x);
        Vector512<float> placeY = Vector512.Create(y);
        Vector512<float> perUnit = Vector512.Create(_perUnit);
        Vector512<float> beyond = Vector512.Create((float)(Bins + 1));
        ref float fromX = ref MemoryMarshal.GetReference(xs);
        ref float fromY = ref MemoryMarshal.GetReference(ys);
        ref ushort target = ref MemoryMarshal.GetReference(bins);
        for (nuint i = 0; i < (nuint)xs.Length; i += Step)
        {
            Vector512<int> low = Sixteen(i, ref fromX, ref fromY);
            Vector512<int> high = Sixteen(i + (Step / 2), ref fromX, ref fromY);
            Vector512.Narrow(low.AsUInt32(), high.AsUInt32()).StoreUnsafe(ref target, i);
        }

        _tally.Add(bins);

        Vector512<int> Sixteen(nuint i, ref float fromX, ref float fromY)
        {
            Vector512<float> dx = Vector512.LoadUnsafe(ref fromX, i) - placeX;
            Vector512<float> dy = Vector512.LoadUnsafe(ref fromY, i) - placeY;
            Vector512<float> steps = Vector512.Ceiling(Vector512.Sqrt((dx * dx) + (dy * dy)) * perUnit);
            return Vector512.ConvertToInt32(Vector512.Min(steps, beyond));
        }
    }
}
