namespace Karkhana.Methods.Networks;

/// <summary>Exact arithmetic of fractions, as remainders modulo a prime.</summary>
/// <remarks>Every finite double is a whole number times a power of two, so it and all sums, products and quotients have a
/// remainder without any rounding.</remarks>
/// <param name="prime">A prime between 2⁶⁰ and 2⁶¹.</param>
internal sealed class PrimeField(ulong prime)
{
    private const int MantissaBits = 52;
    private const int Bias = 1075;

    public ulong Add(ulong left, ulong right) => (left + right) % prime;

    public ulong Subtract(ulong left, ulong right) => (left + prime - right) % prime;

    public ulong Multiply(ulong left, ulong right) => (ulong)((UInt128)left * right % prime);

    /// <summary>Gives the remainder whose product with <paramref name="value"/> is 1 (Fermat).</summary>
    public ulong Inverse(ulong value) => Power(value, prime - 2);

    /// <summary>Gives the remainder of a positive double.</summary>
    public ulong Of(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> MantissaBits) & 0x7FF;
        ulong fraction = (ulong)bits & ((1UL << MantissaBits) - 1);
        (ulong mantissa, int shift) = exponent == 0 ? (fraction, 1 - Bias) : (fraction | (1UL << MantissaBits), exponent - Bias);
        ulong scale = Power(2, (ulong)Math.Abs(shift));
        return Multiply(mantissa % prime, shift < 0 ? Inverse(scale) : scale);
    }

    private ulong Power(ulong value, ulong exponent)
    {
        ulong result = 1;
        for (ulong square = value % prime; exponent > 0; exponent >>= 1)
        {
            result = (exponent & 1) == 1 ? Multiply(result, square) : result;
            square = Multiply(square, square);
        }

        return result;
    }
}
