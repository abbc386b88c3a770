namespace Karkhana.Capability;

/// <summary>Whether one ladder can be read off another: items that are higher on the first are not lower on the
/// second.</summary>
public static class LadderMapping
{
    /// <summary>Finds the pairs of items that break the order.</summary>
    /// <remarks>Pairs within one function of the first ladder, of items that stand in both; equal heights on either
    /// break nothing. An answer that passes above the usual one, or does on one ladder only, changes nothing here.
    /// Cost: squared items.</remarks>
    /// <param name="first">The ladder that is mapped.</param>
    /// <param name="second">The ladder that it is mapped to.</param>
    /// <returns>The pairs; none when the mapping is monotone.</returns>
    public static IReadOnlyList<LadderReversal> Reversals(LadderDefinition first, LadderDefinition second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ILookup<string, int> heights = second.Anchors.ToLookup(anchor => anchor.Item, anchor => second.HeightOf(anchor.Level));
        return
        [
            .. from lower in first.Anchors
               from higher in first.Anchors
               where lower.Function == higher.Function && first.HeightOf(lower.Level) < first.HeightOf(higher.Level)
               where heights[lower.Item].Any() && heights[higher.Item].Any() && heights[lower.Item].Min() > heights[higher.Item].Max()
               select new LadderReversal(lower.Function, lower.Item, higher.Item),
        ];
    }

    /// <summary>Gives the items that stand in both ladders; answers to them make levels go together by
    /// construction.</summary>
    /// <param name="first">A ladder.</param>
    /// <param name="second">Another one.</param>
    /// <returns>The ids in order.</returns>
    public static IReadOnlyList<string> SharedItems(LadderDefinition first, LadderDefinition second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return [.. first.Anchors.Select(anchor => anchor.Item).Intersect(second.Anchors.Select(anchor => anchor.Item)).Order(StringComparer.Ordinal)];
    }
}
