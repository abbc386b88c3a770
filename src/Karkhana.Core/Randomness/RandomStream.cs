using Karkhana.Core.Errors;

namespace Karkhana.Core.Randomness;

/// <summary>The random numbers at one address (seed, purpose, replicate, substream), read in order.</summary>
/// <remarks>
/// A class, for a mutable struct passed on would be copied and draw the same numbers twice. Not safe for two threads at
/// once; give each replicate its own stream. 2³² blocks of 128 bits per address.
/// </remarks>
public sealed class RandomStream
{
    private const int WordsAtOnce = 128;

    private readonly ulong _seed;
    private readonly uint _purpose;
    private readonly uint _replicate;
    private readonly uint _substream;
    private uint _position;
    private PhiloxBlock _block;
    private int _used = 4;
    private double _spareGaussian = double.NaN;

    /// <summary>Initialises the stream at an address.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="replicate">The replicate, zero or greater.</param>
    /// <param name="substream">A firm, an industry or another part of the replicate.</param>
    public RandomStream(ulong seed, RandomPurpose purpose, int replicate, int substream = 0)
    {
        _seed = seed;
        _purpose = (uint)purpose;
        _replicate = (uint)Require.Between(replicate, 0, int.MaxValue, nameof(replicate));
        _substream = (uint)Require.Between(substream, 0, int.MaxValue, nameof(substream));
    }

    /// <summary>Draws 32 random bits.</summary>
    /// <returns>The bits.</returns>
    public uint NextUInt32()
    {
        if (_used == 4)
        {
            _block = Philox.Block(new PhiloxBlock(_position, _substream, _replicate, _purpose), _seed);
            _position = checked(_position + 1);
            _used = 0;
        }

        return _used++ switch
        {
            0 => _block.Word0,
            1 => _block.Word1,
            2 => _block.Word2,
            _ => _block.Word3,
        };
    }

    /// <summary>Draws a number uniform on [0, 1) with 53 random bits.</summary>
    /// <returns>The number.</returns>
    public double NextDouble()
    {
        ulong high = NextUInt32();
        ulong bits = (high << 32) | NextUInt32();
        return (bits >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Draws a whole number uniform on [0, <paramref name="bound"/>) without bias.</summary>
    /// <remarks>Multiply and reject: Lemire 2019, doi:10.1145/3230636.</remarks>
    /// <param name="bound">The bound, greater than zero.</param>
    /// <returns>The number.</returns>
    public int NextInt(int bound)
    {
        uint range = (uint)Require.Between(bound, 1, int.MaxValue, nameof(bound));
        ulong product = (ulong)NextUInt32() * range;
        if ((uint)product < range)
        {
            uint threshold = unchecked(0u - range) % range;
            while ((uint)product < threshold)
            {
                product = (ulong)NextUInt32() * range;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Draws from the standard normal distribution (Marsaglia's polar method).</summary>
    /// <returns>The number.</returns>
    public double NextGaussian()
    {
        if (!double.IsNaN(_spareGaussian))
        {
            double spare = _spareGaussian;
            _spareGaussian = double.NaN;
            return spare;
        }

        double u, v, square;
        do
        {
            u = (2 * NextDouble()) - 1;
            v = (2 * NextDouble()) - 1;
            square = (u * u) + (v * v);
        }
        while (square is >= 1 or 0);
        double factor = Math.Sqrt(-2 * Math.Log(square) / square);
        _spareGaussian = v * factor;
        return u * factor;
    }

    /// <summary>Draws yes with the given probability.</summary>
    /// <param name="probability">The probability of yes, from 0 to 1.</param>
    /// <returns>Yes or no.</returns>
    public bool NextBool(double probability) => NextDouble() < probability;

    /// <summary>Puts the items into a random order, each order as likely as any other (Fisher and Yates).</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, reordered in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        if (items.Length >= WordsAtOnce)
        {
            ShuffleMany(items);
            return;
        }

        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Moves a random sample without replacement to the front of <paramref name="items"/>.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items, reordered in place.</param>
    /// <param name="count">The size of the sample.</param>
    public void ShuffleFront<T>(Span<T> items, int count)
    {
        Require.Between(count, 0, items.Length, nameof(count));
        for (int i = 0; i < count; i++)
        {
            int j = i + NextInt(items.Length - i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Makes the same exchanges as the short loop, from words that are drawn many at once.</summary>
    private void ShuffleMany<T>(Span<T> items)
    {
        Span<uint> words = stackalloc uint[WordsAtOnce];
        int next = words.Length;
        for (int i = items.Length - 1; i > 0; i--)
        {
            uint range = (uint)i + 1;
            ulong product = (ulong)NextOf(words, ref next) * range;
            if ((uint)product < range)
            {
                uint threshold = unchecked(0u - range) % range;
                while ((uint)product < threshold)
                {
                    product = (ulong)NextOf(words, ref next) * range;
                }
            }

            int j = (int)(product >> 32);
            (items[i], items[j]) = (items[j], items[i]);
        }

        GiveBack(words.Length - next);
    }

    private uint NextOf(Span<uint> words, ref int next)
    {
        if (next == words.Length)
        {
            Fill(words);
            next = 0;
        }

        return words[next++];
    }

    private void Fill(Span<uint> words)
    {
        int filled = 0;
        while (_used < 4)
        {
            words[filled++] = NextUInt32();
        }

        int blocks = (words.Length - filled) / 4;
        Philox.Blocks(new PhiloxBlock(_position, _substream, _replicate, _purpose), _seed, words.Slice(filled, 4 * blocks));
        _position = checked(_position + (uint)blocks);
        for (filled += 4 * blocks; filled < words.Length; filled++)
        {
            words[filled] = NextUInt32();
        }
    }

    /// <summary>Steps back over words that were drawn and not used.</summary>
    private void GiveBack(int words)
    {
        long used = (4L * _position) - (4 - _used) - words;
        _position = (uint)(used / 4);
        _used = 4;
        for (long skipped = used % 4; skipped > 0; skipped--)
        {
            NextUInt32();
        }
    }
}
