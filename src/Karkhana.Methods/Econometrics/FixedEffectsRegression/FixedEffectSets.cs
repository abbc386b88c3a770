using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>Sets of fixed effects over the rows of a regression, sorted by the set with most groups.</summary>
/// <remarks>Only groups that have a row are counted; they are numbered in the order of their first rows.</remarks>
internal sealed class FixedEffectSets
{
    private FixedEffectSets(int[][] codes, int[][] levels, int largest, GroupedRows sorted)
    {
        (Codes, Levels, Largest, Starts) = (codes, levels, largest, sorted.Starts.ToArray());
    }

    /// <summary>Gets the group of each sorted row in each set.</summary>
    public int[][] Codes { get; }

    /// <summary>Gets which group of the sample each group of a set is.</summary>
    public int[][] Levels { get; }

    /// <summary>Gets the set with most groups, by which rows are sorted.</summary>
    public int Largest { get; }

    /// <summary>Gets where each group of the largest set begins, and at last the number of rows.</summary>
    public int[] Starts { get; }

    public int Count => Codes.Length;

    /// <summary>Gets how many parameters the sets have: all groups less one for each set after the first.</summary>
    public int Parameters => Levels.Sum(levels => levels.Length) - (Count - 1);

    /// <summary>Sorts the rows; <paramref name="rows"/> is put into the new order.</summary>
    public static FixedEffectSets Sort(IReadOnlyList<Grouping> sets, int[] rows)
    {
        int[][] codes = new int[sets.Count][];
        int[][] levels = new int[sets.Count][];
        int largest = 0;
        for (int set = 0; set < sets.Count; set++)
        {
            (codes[set], levels[set]) = Compact(sets[set], rows);
            largest = levels[set].Length > levels[largest].Length ? set : largest;
        }

        GroupedRows sorted = new(codes[largest], levels[largest].Length);
        ReadOnlySpan<int> order = sorted.Rows;
        foreach (int[] column in (int[][])[.. codes, rows])
        {
            int[] before = [.. column];
            for (int place = 0; place < order.Length; place++)
            {
                column[place] = before[order[place]];
            }
        }

        return new FixedEffectSets(codes, levels, largest, sorted);
    }

    /// <summary>Says whether every group of a set lies within one cluster.</summary>
    public bool IsNested(int set, ClusterGroups clusters)
    {
        int[] clusterOf = [.. Enumerable.Repeat(-1, Levels[set].Length)];
        for (int row = 0; row < Codes[set].Length; row++)
        {
            ref int known = ref clusterOf[Codes[set][row]];
            if (known >= 0 && known != clusters.ByRow[row])
            {
                return false;
            }

            known = clusters.ByRow[row];
        }

        return true;
    }

    /// <summary>Counts the parts into which two sets fall when groups that share a row belong together.</summary>
    public int Components(int first, int second)
    {
        int[] parent = [.. Enumerable.Range(0, Levels[first].Length + Levels[second].Length)];
        int parts = parent.Length;
        for (int row = 0; row < Codes[first].Length; row++)
        {
            int left = Root(parent, Codes[first][row]);
            int right = Root(parent, Levels[first].Length + Codes[second][row]);
            if (left != right)
            {
                parent[right] = left;
                parts--;
            }
        }

        return parts;
    }

    private static int Root(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }

        return node;
    }

    private static (int[] Codes, int[] Levels) Compact(Grouping set, int[] rows)
    {
        int[] numbers = new int[set.Count];
        Array.Fill(numbers, -1);
        List<int> levels = [];
        int[] codes = new int[rows.Length];
        ReadOnlySpan<int> groups = set.ByRow;
        for (int row = 0; row < rows.Length; row++)
        {
            int group = groups[rows[row]];
            if (numbers[group] < 0)
            {
                numbers[group] = levels.Count;
                levels.Add(group);
            }

            codes[row] = numbers[group];
        }

        return (codes, [.. levels]);
    }
}
