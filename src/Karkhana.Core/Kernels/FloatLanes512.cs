using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Karkhana.Core.Kernels;

/// <summary>Sixteen lanes.</summary>
internal readonly struct FloatLanes512(Vector512<float> value) : IFloatLanes<FloatLanes512>
{
    private readonly Vector512<float> _value = value;

    public static int Count => 16;

    public static FloatLanes512 Zero => new(Vector512<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes512 Spread(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes512 Squared(FloatLanes512 placeX, FloatLanes512 placeY, ref float x, ref float y)
    {
        Vector512<float> dx = Vector512.LoadUnsafe(ref x) - placeX._value;
        Vector512<float> dy = Vector512.LoadUnsafe(ref y) - placeY._value;
        return new FloatLanes512((dx * dx) + (dy * dy));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRoots(FloatLanes512 first, FloatLanes512 second, FloatLanes512 ceiling, ref ushort target)
    {
        Vector512<float> low = Vector512.MinNative(Vector512.Sqrt(first._value), ceiling._value);
        Vector512<float> high = Vector512.MinNative(Vector512.Sqrt(second._value), ceiling._value);
        Vector512.Narrow(
            Vector512.ConvertToInt32Native(low).AsUInt32(), Vector512.ConvertToInt32Native(high).AsUInt32())
            .StoreUnsafe(ref target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes512 CountUpTo(FloatLanes512 counts, FloatLanes512 squared, FloatLanes512 limit) =>
        new((counts._value.AsInt32() - Vector512.LessThanOrEqual(squared._value, limit._value).AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Total(FloatLanes512 counts) => Vector512.Sum(counts._value.AsInt32());
}
