using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Karkhana.Core.Errors;

namespace Karkhana.Core.Kernels;

/// <summary>Autocorrelations of two tables of numbers at once by the fast Fourier transform.</summary>
/// <remarks>
/// Radix 2. The forward transform decimates in frequency and leaves its result in bit-reversed order, the inverse takes
/// it from there, so that nothing is ever reordered. Two real tables travel as the real and the imaginary part of one;
/// as power spectra are real and even, so do their autocorrelations on the way back. Eight columns, or eight
/// rows turned into columns, are transformed at a time: elementwise arithmetic only, the same bits on any machine. Cost: 10 w h log₂(w h) operations; memory 16 w h bytes. Not safe for two threads at once.
/// Source: Cooley and Tukey 1965, Mathematics of Computation 19: 297–301; Gentleman and Sande 1966.
/// </remarks>
public sealed class PlaneFourier
{
    private const int Lanes = 8;

    private readonly double[] _real;
    private readonly double[] _imaginary;
    private readonly double[] _bandReal;
    private readonly double[] _bandImaginary;
    private readonly double[] _cosines;
    private readonly double[] _sines;
    private readonly int _longest;

    /// <summary>Initialises empty tables.</summary>
    /// <param name="width">The number of columns, a power of two from 8.</param>
    /// <param name="height">The number of rows, a power of two from 8.</param>
    public PlaneFourier(int width, int height)
    {
        Require.That(IsSize(width), nameof(width), FormattableString.Invariant($"must be a power of two from 8 to 16384; it was {width}"));
        Require.That(IsSize(height), nameof(height), FormattableString.Invariant($"must be a power of two from 8 to 16384; it was {height}"));
        (Width, Height) = (width, height);
        _real = new double[width * height];
        _imaginary = new double[width * height];
        _bandReal = new double[Math.Max(width, height) * Lanes];
        _bandImaginary = new double[Math.Max(width, height) * Lanes];
        _longest = Math.Max(width, height);
        _cosines = new double[_longest / 2];
        _sines = new double[_longest / 2];
        for (int k = 0; k < _cosines.Length; k++)
        {
            (_sines[k], _cosines[k]) = Math.SinCos(-2 * Math.PI * k / _longest);
        }
    }

    /// <summary>Gets the number of columns.</summary>
    public int Width { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Height { get; }

    /// <summary>Gets the first table, row after row.</summary>
    public Span<double> First => _real;

    /// <summary>Gets the second table, row after row.</summary>
    public Span<double> Second => _imaginary;

    /// <summary>Replaces both tables by their circular autocorrelations: entry (lagY, lagX) is the sum over the table of
    /// the products of entries that far apart; negative lags stand at the end.</summary>
    public void Autocorrelate()
    {
        Rows(inverse: false);
        Columns(inverse: false);
        Powers();
        Columns(inverse: true);
        Rows(inverse: true);
    }

    private static bool IsSize(int size) => size is >= Lanes and <= 16384 && BitOperations.IsPow2(size);

    /// <summary>Transforms along columns, eight at a time in a band of their own, where their steps lie side by
    /// side.</summary>
    private void Columns(bool inverse)
    {
        for (int column = 0; column < Width; column += Lanes)
        {
            for (int row = 0; row < Height; row++)
            {
                _real.AsSpan((row * Width) + column, Lanes).CopyTo(_bandReal.AsSpan(row * Lanes));
                _imaginary.AsSpan((row * Width) + column, Lanes).CopyTo(_bandImaginary.AsSpan(row * Lanes));
            }

            Band(Height, inverse);
            for (int row = 0; row < Height; row++)
            {
                _bandReal.AsSpan(row * Lanes, Lanes).CopyTo(_real.AsSpan((row * Width) + column));
                _bandImaginary.AsSpan(row * Lanes, Lanes).CopyTo(_imaginary.AsSpan((row * Width) + column));
            }
        }
    }

    /// <summary>Transforms along rows: eight rows are turned into columns, transformed, and turned back.</summary>
    private void Rows(bool inverse)
    {
        for (int row = 0; row < Height; row += Lanes)
        {
            if (!inverse && IsEmpty(row))
            {
                continue;
            }

            for (int lane = 0; lane < Lanes; lane++)
            {
                int from = (row + lane) * Width;
                for (int column = 0; column < Width; column++)
                {
                    _bandReal[(column * Lanes) + lane] = _real[from + column];
                    _bandImaginary[(column * Lanes) + lane] = _imaginary[from + column];
                }
            }

            Band(Width, inverse);
            for (int lane = 0; lane < Lanes; lane++)
            {
                int to = (row + lane) * Width;
                for (int column = 0; column < Width; column++)
                {
                    _real[to + column] = _bandReal[(column * Lanes) + lane];
                    _imaginary[to + column] = _bandImaginary[(column * Lanes) + lane];
                }
            }
        }
    }

    private bool IsEmpty(int row) =>
        !_real.AsSpan(row * Width, Lanes * Width).ContainsAnyExcept(0.0)
        && !_imaginary.AsSpan(row * Width, Lanes * Width).ContainsAnyExcept(0.0);

    private void Band(int length, bool inverse)
    {
        if (inverse)
        {
            for (int half = 1; half < length; half *= 2)
            {
                for (int start = 0; start < length; start += 2 * half)
                {
                    Rejoin(start, half);
                }
            }
        }
        else
        {
            for (int half = length / 2; half >= 1; half /= 2)
            {
                for (int start = 0; start < length; start += 2 * half)
                {
                    Part(start, half);
                }
            }
        }
    }

    private void Part(int start, int half)
    {
        int stride = _longest / (2 * half);
        ref double r = ref MemoryMarshal.GetArrayDataReference(_bandReal);
        ref double i = ref MemoryMarshal.GetArrayDataReference(_bandImaginary);
        for (int k = 0; k < half; k++)
        {
            (double cosine, double sine) = (_cosines[k * stride], _sines[k * stride]);
            (nuint a, nuint b) = ((nuint)((start + k) * Lanes), (nuint)((start + k + half) * Lanes));
            Vector512<double> upperR = Vector512.LoadUnsafe(ref r, a);
            Vector512<double> upperI = Vector512.LoadUnsafe(ref i, a);
            Vector512<double> lowerR = Vector512.LoadUnsafe(ref r, b);
            Vector512<double> lowerI = Vector512.LoadUnsafe(ref i, b);
            (upperR + lowerR).StoreUnsafe(ref r, a);
            (upperI + lowerI).StoreUnsafe(ref i, a);
            Vector512<double> gapR = upperR - lowerR;
            Vector512<double> gapI = upperI - lowerI;
            ((gapR * cosine) - (gapI * sine)).StoreUnsafe(ref r, b);
            ((gapR * sine) + (gapI * cosine)).StoreUnsafe(ref i, b);
        }
    }

    private void Rejoin(int start, int half)
    {
        int stride = _longest / (2 * half);
        ref double r = ref MemoryMarshal.GetArrayDataReference(_bandReal);
        ref double i = ref MemoryMarshal.GetArrayDataReference(_bandImaginary);
        for (int k = 0; k < half; k++)
        {
            (double cosine, double sine) = (_cosines[k * stride], -_sines[k * stride]);
            (nuint a, nuint b) = ((nuint)((start + k) * Lanes), (nuint)((start + k + half) * Lanes));
            Vector512<double> upperR = Vector512.LoadUnsafe(ref r, a);
            Vector512<double> upperI = Vector512.LoadUnsafe(ref i, a);
            Vector512<double> readR = Vector512.LoadUnsafe(ref r, b);
            Vector512<double> readI = Vector512.LoadUnsafe(ref i, b);
            Vector512<double> lowerR = (readR * cosine) - (readI * sine);
            Vector512<double> lowerI = (readR * sine) + (readI * cosine);
            (upperR + lowerR).StoreUnsafe(ref r, a);
            (upperI + lowerI).StoreUnsafe(ref i, a);
            (upperR - lowerR).StoreUnsafe(ref r, b);
            (upperI - lowerI).StoreUnsafe(ref i, b);
        }
    }

    /// <summary>From Z = A + iB at (k, −k): |A|² and |B|², scaled for the way back.</summary>
    private void Powers()
    {
        double scale = 1.0 / ((double)Width * Height);
        for (int row = 0; row < Height; row++)
        {
            int mirrorRow = Mirror(row);
            for (int column = 0; column < Width; column++)
            {
                int here = (row * Width) + column;
                int there = (mirrorRow * Width) + Mirror(column);
                if (there < here)
                {
                    continue; // done from the other side
                }

                double evenR = (_real[here] + _real[there]) / 2;
                double oddI = (_imaginary[here] - _imaginary[there]) / 2;
                double evenI = (_imaginary[here] + _imaginary[there]) / 2;
                double oddR = (_real[here] - _real[there]) / 2;
                double first = ((evenR * evenR) + (oddI * oddI)) * scale;
                double second = ((evenI * evenI) + (oddR * oddR)) * scale;
                (_real[here], _real[there]) = (first, first);
                (_imaginary[here], _imaginary[there]) = (second, second);
            }
        }
    }

    // In bit-reversed order the frequency −k stands where all bits below the highest set one are flipped.
    private static int Mirror(int place) => place == 0 ? 0 : place ^ ((1 << BitOperations.Log2((uint)place)) - 1);
}
