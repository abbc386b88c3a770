namespace Karkhana.Core.Randomness;

/// <summary>Philox4x32-10: a pure function from a counter and a key to 128 random bits.</summary>
/// <remarks>
/// Ten rounds of two 32 × 32 → 64 bit multiplications. Being a function of its arguments, it gives the same bits in any
/// order and on any number of workers, and one draw can be recomputed alone.
/// Source: Salmon, Moraes, Dror &amp; Shaw 2011, Parallel random numbers: as easy as 1, 2, 3,
/// doi:10.1145/2063384.2063405.
/// Agrees with: the known-answer vectors of the Random123 distribution, to the bit.
/// </remarks>
public static class Philox
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>Gives the block of four words at a counter.</summary>
    /// <param name="counter">The address of the block.</param>
    /// <param name="key">The key; here the seed.</param>
    /// <returns>Four random words.</returns>
    public static PhiloxBlock Block(PhiloxBlock counter, ulong key)
    {
        uint key0 = (uint)key;
        uint key1 = (uint)(key >> 32);
        (uint word0, uint word1, uint word2, uint word3) = counter;
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * word0;
            ulong product1 = (ulong)Multiplier1 * word2;
            word0 = (uint)(product1 >> 32) ^ word1 ^ key0;
            word1 = (uint)product1;
            word2 = (uint)(product0 >> 32) ^ word3 ^ key1;
            word3 = (uint)product0;
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return new PhiloxBlock(word0, word1, word2, word3);
    }
}
