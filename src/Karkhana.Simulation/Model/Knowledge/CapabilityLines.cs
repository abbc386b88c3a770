using System.Runtime.InteropServices;

namespace Karkhana.Simulation;

/// <summary>Capability once more, by place instead of slot: near firms lie together.</summary>
/// <remarks>
/// Who learns from many neighbours would read their capability all over memory. The copy begins with a line of the processor's
/// cache too, which arrays need not: eight numbers of a firm that lie across two lines cost twice. Cost: one pass in each quarter.
/// </remarks>
internal sealed class CapabilityLines
{
    private const int LineBytes = 64;

    private double[] _numbers = [];
    private int _first;

    /// <summary>Copies the numbers.</summary>
    /// <param name="firms">The firms.</param>
    /// <param name="order">The slot of each place.</param>
    /// <returns>Capability of the firm at each place, as many numbers as lie between firms.</returns>
    public ReadOnlySpan<double> Fill(FirmColumns firms, ReadOnlySpan<int> order)
    {
        int stride = firms.Stride;
        Make(order.Length * stride);
        Span<double> copy = _numbers.AsSpan(_first, order.Length * stride);
        ReadOnlySpan<double> capability = firms.Capability;
        if (stride == 1)
        {
            for (int place = 0; place < order.Length; place++)
            {
                copy[place] = capability[order[place]];
            }

            return copy;
        }

        for (int place = 0; place < order.Length; place++)
        {
            capability.Slice(order[place] * stride, stride).CopyTo(copy[(place * stride)..]);
        }

        return copy;
    }

    private void Make(int length)
    {
        const int Line = LineBytes / sizeof(double);
        if (_numbers.Length < length + Line)
        {
            _numbers = GC.AllocateUninitializedArray<double>((length * 9 / 8) + Line, pinned: true);
            long address = Marshal.UnsafeAddrOfPinnedArrayElement(_numbers, 0);
            _first = (int)((LineBytes - (address % LineBytes)) % LineBytes) / sizeof(double);
        }
    }
}
