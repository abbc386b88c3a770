namespace Karkhana.Methods.Econometrics;

/// <summary>The rows that a regression with fixed effects uses.</summary>
/// <param name="Rows">Their places in the sample, ascending.</param>
/// <param name="Incomplete">How many rows lack a number or a code.</param>
/// <param name="Singletons">How many complete rows were alone in a group.</param>
internal sealed record FixedEffectRows(int[] Rows, int Incomplete, int Singletons)
{
    /// <summary>Leaves out rows that are alone in a group, again and again until none is.</summary>
    /// <remarks>Correia 2015: such a row is fitted exactly by its own effect; keeping it makes clustered errors too
    /// small.</remarks>
    public static FixedEffectRows Select(bool[] complete, IReadOnlyList<Grouping> sets, bool dropSingletons)
    {
        bool[] used = [.. complete];
        foreach (Grouping set in sets)
        {
            ReadOnlySpan<int> groups = set.ByRow;
            for (int row = 0; row < used.Length; row++)
            {
                used[row] &= groups[row] >= 0;
            }
        }

        int rows = used.Count(use => use);
        int singletons = dropSingletons ? DropSingletons(used, sets) : 0;
        int[] kept = new int[rows - singletons];
        for (int row = 0, place = 0; row < used.Length; row++)
        {
            if (used[row])
            {
                kept[place++] = row;
            }
        }

        return new FixedEffectRows(kept, used.Length - rows, singletons);
    }

    private static int DropSingletons(bool[] used, IReadOnlyList<Grouping> sets)
    {
        int dropped = 0;
        for (int unchanged = 0, set = 0; unchanged < sets.Count; set = (set + 1) % sets.Count)
        {
            int before = dropped;
            ReadOnlySpan<int> groups = sets[set].ByRow;
            int[] counts = new int[sets[set].Count];
            for (int row = 0; row < used.Length; row++)
            {
                if (used[row])
                {
                    counts[groups[row]]++;
                }
            }

            for (int row = 0; row < used.Length; row++)
            {
                if (used[row] && counts[groups[row]] == 1)
                {
                    used[row] = false;
                    dropped++;
                }
            }

            unchanged = dropped == before ? unchanged + 1 : 1;
        }

        return dropped;
    }
}
