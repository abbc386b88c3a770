using System.Runtime.InteropServices;

namespace Karkhana.Simulation;

/// <summary>Capability once more, the eight numbers of a firm in one line of the processor's cache.</summary>
/// <remarks>
/// Who learns from many neighbours reads their capability all over memory: a firm whose numbers lie across two lines costs twice.
/// Arrays begin anywhere, so that the numbers are copied to a place that begins with a line. Cost: one pass in each quarter.
/// </remarks>
internal sealed class CapabilityLines
{
    /// <summary>The numbers of a firm.</summary>
    public const int Width = 8;

    private const int LineBytes = 64;

    private double[] _numbers = [];
    private int _first;

    /// <summary>Copies the numbers.</summary>
    /// <param name="capability">Capability, eight numbers a firm.</param>
    /// <returns>The copy.</returns>
    public ReadOnlySpan<double> Fill(ReadOnlySpan<double> capability)
    {
        if (_numbers.Length < capability.Length + Width)
        {
            _numbers = GC.AllocateUninitializedArray<double>((capability.Length * 9 / 8) + Width, pinned: true);
            long address = Marshal.UnsafeAddrOfPinnedArrayElement(_numbers, 0);
            _first = (int)((LineBytes - (address % LineBytes)) % LineBytes) / sizeof(double);
        }

        Span<double> copy = _numbers.AsSpan(_first, capability.Length);
        capability.CopyTo(copy);
        return copy;
    }
}
