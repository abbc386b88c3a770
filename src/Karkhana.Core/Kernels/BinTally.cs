using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Karkhana.Core.Kernels;

/// <summary>Counts bins that come as 16-bit numbers.</summary>
/// <remarks>
/// Four tables of counts take turns, so that equal bins in a row do not wait for one another. Not for two threads at
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
    /// <param name="bins">The bins; no index is checked.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<ushort> bins)
    {
        _pending += bins.Length;
        if (_pending > MostPending)
        {
            Flush();
            _pending = bins.Length;
        }

        ref uint first = ref MemoryMarshal.GetArrayDataReference(_counts);
        ref uint second = ref Unsafe.Add(ref first, _flushed.Length);
        ref uint third = ref Unsafe.Add(ref second, _flushed.Length);
        ref uint fourth = ref Unsafe.Add(ref third, _flushed.Length);
        foreach (ulong four in MemoryMarshal.Cast<ushort, ulong>(bins))
        {
            Unsafe.Add(ref first, (nuint)(four & 0xFFFF))++;
            Unsafe.Add(ref second, (nuint)((four >> 16) & 0xFFFF))++;
            Unsafe.Add(ref third, (nuint)((four >> 32) & 0xFFFF))++;
            Unsafe.Add(ref fourth, (nuint)(four >> 48))++;
        }

        foreach (ushort bin in bins[(bins.Length & ~3)..])
        {
            Unsafe.Add(ref first, (nuint)bin)++;
        }
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

    private void Flush()
    {
        for (int bin = 0; bin < _flushed.Length; bin++)
        {
            for (int table = 0; table < 4; table++)
            {
                _flushed[bin] += _counts[(table * _flushed.Length) + bin];
            }
        }

        Array.Clear(_counts);
        _pending = 0;
    }
}
