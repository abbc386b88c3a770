namespace Karkhana.Methods.Networks;

/// <summary>Ascending lists of nodes as sets.</summary>
internal static class SortedSets
{
    /// <summary>Counts the nodes in both.</summary>
    public static int Common(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        (int a, int b, int common) = (0, 0, 0);
        while (a < first.Length && b < second.Length)
        {
            int order = first[a].CompareTo(second[b]);
            common += order == 0 ? 1 : 0;
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }

        return common;
    }
}
