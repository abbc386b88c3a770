namespace Karkhana.Methods.Psychometrics;

/// <summary>Kendall's τ_b in n log n.</summary>
/// <remarks>
/// The respondents are taken in the order of the first item. A tree of counts over the values of the second tells how
/// many of those before have a lower and how many a higher value; respondents with equal values of the first enter the
/// tree together. All counts are whole numbers, so that the order of equal values does not matter.
/// </remarks>
internal static class KendallTau
{
    /// <summary>Gives τ_b of answers without gaps; NaN when an item does not vary.</summary>
    public static double Of(double[] left, double[] right)
    {
        int[] order = [.. Enumerable.Range(0, left.Length)];
        double[] sorted = [.. left];
        Array.Sort(sorted, order);
        (int[] codes, int distinct) = Codes(right);
        (long difference, long untied) = Compare(sorted, order, codes, distinct);
        long pairs = Pairs(left.Length);
        long[] sizes = new long[distinct];
        foreach (int code in codes)
        {
            sizes[code]++;
        }

        foreach (long size in sizes)
        {
            pairs -= Pairs(size);
        }

        return untied == 0 || pairs == 0 ? double.NaN : difference / Math.Sqrt((double)untied * pairs);
    }

    private static long Pairs(long count) => count * (count - 1) / 2;

    /// <summary>Gives concordant less discordant pairs, and the pairs not tied in the first item.</summary>
    private static (long Difference, long Untied) Compare(double[] sorted, int[] order, int[] codes, int distinct)
    {
        int[] tree = new int[distinct + 1];
        long difference = 0;
        long untied = Pairs(sorted.Length);
        for (int first = 0; first < sorted.Length;)
        {
            int end = first;
            for (; end < sorted.Length && sorted[end] == sorted[first]; end++)
            {
                int code = codes[order[end]];
                difference += (long)Below(tree, code) - (first - Below(tree, code + 1));
            }

            untied -= Pairs(end - first);
            for (; first < end; first++)
            {
                Add(tree, codes[order[first]]);
            }
        }

        return (difference, untied);
    }

    private static (int[] Codes, int Distinct) Codes(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length)];
        double[] sorted = [.. values];
        Array.Sort(sorted, order);
        int[] codes = new int[values.Length];
        int code = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            code += i > 0 && sorted[i] != sorted[i - 1] ? 1 : 0;
            codes[order[i]] = code;
        }

        return (codes, code + 1);
    }

    // The tree holds at i (from 1) the count of the i & −i values that end at value i − 1 (Fenwick 1994).
    private static int Below(int[] tree, int code)
    {
        int count = 0;
        for (int i = code; i > 0; i &= i - 1)
        {
            count += tree[i];
        }

        return count;
    }

    private static void Add(int[] tree, int code)
    {
        for (int i = code + 1; i < tree.Length; i += i & -i)
        {
            tree[i]++;
        }
    }
}
