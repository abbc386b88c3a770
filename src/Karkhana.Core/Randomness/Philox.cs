using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>Gives the blocks of a run of counters one after another; four at a time where the machine can, the same
    /// bits where it cannot.</summary>
    /// <param name="first">The address of the first block; the first word counts up.</param>
    /// <param name="key">The key.</param>
    /// <param name="words">Receives four words a block; its length is a multiple of four.</param>
    internal static void Blocks(PhiloxBlock first, ulong key, Span<uint> words)
    {
        int block = 0;
        if (Avx2.IsSupported)
        {
            for (; block <= (words.Length / 4) - 4; block += 4)
            {
                FourBlocks(first with { Word0 = first.Word0 + (uint)block }, key, words.Slice(4 * block, 16));
            }
        }

        for (; block < words.Length / 4; block++)
        {
            PhiloxBlock drawn = Block(first with { Word0 = first.Word0 + (uint)block }, key);
            (words[4 * block], words[(4 * block) + 1], words[(4 * block) + 2], words[(4 * block) + 3]) = drawn;
        }
    }

    /// <summary>Computes four blocks, one in each 64-bit lane, whose lower half holds a word.</summary>
    private static void FourBlocks(PhiloxBlock first, ulong key, Span<uint> words)
    {
        Vector256<ulong> low = Vector256.Create((ulong)uint.MaxValue);
        Vector256<uint> multiplier0 = Vector256.Create((ulong)Multiplier0).AsUInt32();
        Vector256<uint> multiplier1 = Vector256.Create((ulong)Multiplier1).AsUInt32();
        Vector256<ulong> word0 = (Vector256.Create((ulong)first.Word0) + Vector256.Create(0UL, 1, 2, 3)) & low;
        Vector256<ulong> word1 = Vector256.Create((ulong)first.Word1);
        Vector256<ulong> word2 = Vector256.Create((ulong)first.Word2);
        Vector256<ulong> word3 = Vector256.Create((ulong)first.Word3);
        (uint key0, uint key1) = ((uint)key, (uint)(key >> 32));
        for (int round = 0; round < Rounds; round++)
        {
            Vector256<ulong> product0 = Avx2.Multiply(multiplier0, word0.AsUInt32());
            Vector256<ulong> product1 = Avx2.Multiply(multiplier1, word2.AsUInt32());
            word0 = (product1 >>> 32) ^ word1 ^ Vector256.Create((ulong)key0);
            word1 = product1 & low;
            word2 = (product0 >>> 32) ^ word3 ^ Vector256.Create((ulong)key1);
            word3 = product0 & low;
            key0 += Weyl0;
            key1 += Weyl1;
        }

        Vector256<ulong> front = word0 | (word1 << 32);
        Vector256<ulong> back = word2 | (word3 << 32);
        Span<ulong> pairs = MemoryMarshal.Cast<uint, ulong>(words);
        Vector256<ulong> even = Avx2.UnpackLow(front, back); // the blocks 0 and 2
        Vector256<ulong> odd = Avx2.UnpackHigh(front, back); // the blocks 1 and 3
        Avx2.Permute2x128(even, odd, 0x20).CopyTo(pairs);
        Avx2.Permute2x128(even, odd, 0x31).CopyTo(pairs[4..]);
    }
}
