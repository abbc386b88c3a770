using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Karkhana.Core.Kernels;

/// <summary>Counts bins that come as 16-bit numbers.</summary>
/// <remarks>
/// Four tables of counts lie interleaved, so that equal bins in a row do not wait for one another. Not for two threads at
/// once.
/// </remarks>
internal sealed class BinTally
{
    private const long MostPending = 1L << 31;
    private readonly uint[] _counts;
    private readonly long[] _flushed;
    private long _pending;

    /// <summary>Initialises empty counts.</summary>
    /// <param name="bins">The number of bins; no number that comes may reach it.</param>
    public BinTally(int bins)
    {
        _counts = new uint[4 * bins];
        _flushed = new long[bins];
    }

    /// <summary>Counts bins.</summary>
    /// <param name="bins">The bins, a multiple of four of them: no index is checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<ushort> bins)
    {
        Reserve(bins.Length);
        ref uint counts = ref MemoryMarshal.GetArrayDataReference(_counts);
        foreach (ulong four in MemoryMarshal.Cast<ushort, ulong>(bins))
        {
            Unsafe.Add(ref counts, (nint)((four & 0xFFFF) << 2))++;
            Unsafe.Add(ref counts, (nint)(((four >> 16) & 0xFFFF) << 2) + 1)++;
            Unsafe.Add(ref counts, (nint)(((four >> 32) & 0xFFFF) << 2) + 2)++;
            Unsafe.Add(ref counts, (nint)((four >> 48) << 2) + 3)++;
        }
    }

    /// <summary>Counts one bin.</summary>
    public void Add(int bin)
    {
        Reserve(1);
        _counts[bin << 2]++;
    }

    /// <summary>Gives the counts.</summary>
    /// <returns>One count per bin, as they are until more bins come.</returns>
    public ReadOnlySpan<long> Read()
    {
        Flush();
        return _flushed;
    }

    /// <summary>Empties the tally.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Array.Clear(_flushed);
        _pending = 0;
    }

    private void Reserve(int bins)
    {
        _pending += bins;
        if (_pending > MostPending)
        {
            Flush();
            _pending = bins;
        }
    }

    private void Flush()
    {
        for (int bin = 0; bin < _flushed.Length; bin++)
        {
            int first = bin << 2;
            _flushed[bin] += (long)_counts[first] + _counts[first + 1] + _counts[first + 2] + _counts[first + 3];
        }

        Array.Clear(_counts);
        _pending = 0;
    }
}
