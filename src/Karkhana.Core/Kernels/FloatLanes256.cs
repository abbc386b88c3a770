using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Karkhana.Core.Kernels;

/// <summary>Eight lanes.</summary>
internal readonly struct FloatLanes256(Vector256<float> value) : IFloatLanes<FloatLanes256>
{
    private readonly Vector256<float> _value = value;

    public static int Count => 8;

    public static FloatLanes256 Zero => new(Vector256<float>.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes256 Spread(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes256 Squared(FloatLanes256 placeX, FloatLanes256 placeY, ref float x, ref float y)
    {
        Vector256<float> dx = Vector256.LoadUnsafe(ref x) - placeX._value;
        Vector256<float> dy = Vector256.LoadUnsafe(ref y) - placeY._value;
        return new FloatLanes256((dx * dx) + (dy * dy));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreRoots(FloatLanes256 first, FloatLanes256 second, FloatLanes256 ceiling, ref ushort target)
    {
        Vector256<float> low = Vector256.MinNative(Vector256.Sqrt(first._value), ceiling._value);
        Vector256<float> high = Vector256.MinNative(Vector256.Sqrt(second._value), ceiling._value);
        Vector256.Narrow(
            Vector256.ConvertToInt32Native(low).AsUInt32(), Vector256.ConvertToInt32Native(high).AsUInt32())
            .StoreUnsafe(ref target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes256 CountUpTo(FloatLanes256 counts, FloatLanes256 squared, FloatLanes256 limit) =>
        new((counts._value.AsInt32() - Vector256.LessThanOrEqual(squared._value, limit._value).AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Total(FloatLanes256 counts) => Vector256.Sum(counts._value.AsInt32());
}
