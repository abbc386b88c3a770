using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>How many arrangements gave each unit as much as observed or more, and as little or less.</summary>
/// <param name="Greater">Counts per unit.</param>
/// <param name="Less">Counts per unit.</param>
internal sealed record TailCounts(int[] Greater, int[] Less) : IPartialResult<TailCounts>
{
    /// <inheritdoc/>
    public TailCounts Merge(TailCounts next)
    {
        Require.SameLength(Greater.Length, next.Greater.Length, nameof(next));
        int[] greater = [.. Greater];
        int[] less = [.. Less];
        for (int unit = 0; unit < greater.Length; unit++)
        {
            greater[unit] += next.Greater[unit];
            less[unit] += next.Less[unit];
        }

        return new TailCounts(greater, less);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Greater.Length);
        foreach (int count in Greater.Concat(Less))
        {
            writer.Write(count);
        }
    }

    /// <inheritdoc/>
    public static TailCounts Read(BinaryReader reader)
    {
        int units = reader.ReadInt32();
        int[] counts = new int[2 * units];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = reader.ReadInt32();
        }

        return new TailCounts(counts[..units], counts[units..]);
    }
}
