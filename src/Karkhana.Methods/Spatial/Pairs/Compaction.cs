using System.Numerics;
using System.Runtime.Intrinsics;

namespace Karkhana.Methods.Spatial;

/// <summary>Moves the chosen ones of four numbers to the front, without a branch to guess.</summary>
internal static class Compaction
{
    private static readonly Vector256<int>[] Wide = [.. Enumerable.Range(0, 16).Select(mask => Vector256.Create<int>([.. Chosen(mask).SelectMany(lane => new[] { 2 * lane, (2 * lane) + 1 })]))];

    private static readonly Vector128<int>[] Narrow = [.. Enumerable.Range(0, 16).Select(mask => Vector128.Create<int>([.. Chosen(mask)]))];

    /// <summary>Stores the chosen lanes at the start of both targets and says how many they are.</summary>
    public static int Store(
        (Vector256<double> Values, Vector128<int> Labels) from, Vector256<double> chosen, Span<double> values, Span<int> labels)
    {
        int mask = (int)chosen.ExtractMostSignificantBits();
        Vector256.Shuffle(from.Values.AsInt32(), Wide[mask]).AsDouble().CopyTo(values);
        Vector128.Shuffle(from.Labels, Narrow[mask]).CopyTo(labels);
        return BitOperations.PopCount((uint)mask);
    }

    private static IEnumerable<int> Chosen(int mask) =>
        Enumerable.Range(0, 4).OrderBy(lane => 1 - ((mask >> lane) & 1)).ThenBy(lane => lane);
}
