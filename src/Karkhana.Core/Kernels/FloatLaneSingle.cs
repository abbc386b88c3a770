using System.Runtime.CompilerServices;

namespace Karkhana.Core.Kernels;

/// <summary>One lane: for machines without vector instructions.</summary>
internal readonly struct FloatLaneSingle(float value) : IFloatLanes<FloatLaneSingle>
{
    private readonly float _value = value;

    public static int Count => 1;

    public static FloatLaneSingle Zero => new(0);

    public static FloatLaneSingle Spread(float value) => new(value);

    public static FloatLaneSingle Squared(FloatLaneSingle placeX, FloatLaneSingle placeY, ref float x, ref float y)
    {
        float dx = x - placeX._value;
        float dy = y - placeY._value;
        return new FloatLaneSingle((dx * dx) + (dy * dy));
    }

    public static void StoreRoots(
        FloatLaneSingle first, FloatLaneSingle second, FloatLaneSingle ceiling, ref ushort target)
    {
        target = (ushort)Math.Min(MathF.Sqrt(first._value), ceiling._value);
        Unsafe.Add(ref target, 1) = (ushort)Math.Min(MathF.Sqrt(second._value), ceiling._value);
    }

    public static FloatLaneSingle CountUpTo(FloatLaneSingle counts, FloatLaneSingle squared, FloatLaneSingle limit) =>
        squared._value <= limit._value
            ? new FloatLaneSingle(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(counts._value) + 1))
            : counts;

    public static long Total(FloatLaneSingle counts) => BitConverter.SingleToInt32Bits(counts._value);
}
