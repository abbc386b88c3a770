using Karkhana.Core.Errors;

namespace Karkhana.Core.Randomness;

/// <summary>The address of draws that belong to something with a name, so that others that are added move no draw of it.</summary>
/// <remarks>FNV-1a over the UTF-16 units of the text, without the sign. Source: Fowler, Noll &amp; Vo, FNV hash, 32 bits.</remarks>
public static class TextAddress
{
    private const int Mask = (1 << 30) - 1;

    /// <summary>Gives the address of a name.</summary>
    /// <param name="text">The name.</param>
    /// <returns>From 0 to 2^31 − 1.</returns>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        uint hash = 2166136261;
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return (int)(hash & int.MaxValue);
    }

    /// <summary>Gives each of several names a number of its own: the lower 30 bits of its address or, where a name before it in
    /// ordinal order has that number, the next that is free.</summary>
    /// <remarks>Numbers do not depend on the order of the names, and a name that is added moves no other but by a collision. The
    /// numbers from 2^30 on are left to those that have no name. Cost: n log n.</remarks>
    /// <param name="names">The names, all different.</param>
    /// <returns>One number per name, from 0 to 2^30 − 1.</returns>
    /// <exception cref="ArgumentException">A name comes twice.</exception>
    public static int[] Distinct(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        int[] order = [.. Enumerable.Range(0, names.Count).OrderBy(position => names[position], StringComparer.Ordinal)];
        int[] numbers = new int[names.Count];
        HashSet<int> taken = new(names.Count);
        for (int rank = 0; rank < order.Length; rank++)
        {
            string name = names[order[rank]];
            Require.That(rank == 0 || names[order[rank - 1]] != name, nameof(names), $"must be different; {name} came twice");
            int number = Of(name) & Mask;
            while (!taken.Add(number))
            {
                number = (number + 1) & Mask;
            }

            numbers[order[rank]] = number;
        }

        return numbers;
    }
}
