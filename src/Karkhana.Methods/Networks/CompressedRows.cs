namespace Karkhana.Methods.Networks;

/// <summary>Ties sorted by sender and receiver into compressed rows, by counting: linear in nodes and ties.</summary>
/// <param name="Starts">Where the row of each node starts; one more for the end.</param>
/// <param name="Targets">The receivers, ascending within a row.</param>
/// <param name="Values">The values.</param>
internal sealed record CompressedRows(int[] Starts, int[] Targets, double[] Values)
{
    /// <summary>Sorts ties and adds the values of repeated ones in the order they came; what adds up to 0 is no
    /// tie.</summary>
    public static CompressedRows Of(int nodes, ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<double> values)
    {
        int[] first = new int[from.Length];
        for (int tie = 0; tie < first.Length; tie++)
        {
            first[tie] = tie;
        }

        // Both passes keep the order of equal keys, so that repeated ties stay in the order they came.
        int[] order = Sorted(nodes, from, Sorted(nodes, to, first));
        int[] starts = new int[nodes + 1];
        int[] targets = new int[order.Length];
        double[] sums = new double[order.Length];
        int count = 0;
        (int sender, int receiver) = (-1, -1);
        foreach (int tie in order)
        {
            if (from[tie] != sender || to[tie] != receiver)
            {
                DropZero(sender, sums, ref count, starts);
                (sender, receiver) = (from[tie], to[tie]);
                starts[sender + 1]++;
                (targets[count], sums[count]) = (receiver, 0);
                count++;
            }

            sums[count - 1] += values[tie];
        }

        DropZero(sender, sums, ref count, starts);
        return new CompressedRows(Accumulated(starts), targets[..count], sums[..count]);
    }

    /// <summary>Gives the rows of the ties turned round.</summary>
    public CompressedRows Reversed()
    {
        int nodes = Starts.Length - 1;
        int[] starts = new int[nodes + 1];
        foreach (int target in Targets)
        {
            starts[target + 1]++;
        }

        int[] next = [.. Accumulated(starts)];
        int[] targets = new int[Targets.Length];
        double[] values = new double[Targets.Length];
        for (int from = 0; from < nodes; from++)
        {
            for (int k = Starts[from]; k < Starts[from + 1]; k++)
            {
                int place = next[Targets[k]]++;
                (targets[place], values[place]) = (from, Values[k]);
            }
        }

        return new CompressedRows(starts, targets, values);
    }

    /// <summary>Joins two sets of rows; what both have is joined by <paramref name="both"/>.</summary>
    public CompressedRows Joined(CompressedRows other, Func<double, double, double> both)
    {
        int nodes = Starts.Length - 1;
        int[] starts = new int[nodes + 1];
        int[] targets = new int[Targets.Length + other.Targets.Length];
        double[] values = new double[targets.Length];
        int count = 0;
        for (int from = 0; from < nodes; from++)
        {
            (int i, int j) = (Starts[from], other.Starts[from]);
            while (i < Starts[from + 1] || j < other.Starts[from + 1])
            {
                int here = i < Starts[from + 1] ? Targets[i] : int.MaxValue;
                int there = j < other.Starts[from + 1] ? other.Targets[j] : int.MaxValue;
                targets[count] = Math.Min(here, there);
                values[count++] = here < there ? Values[i] : there < here ? other.Values[j] : both(Values[i], other.Values[j]);
                i += here <= there ? 1 : 0;
                j += there <= here ? 1 : 0;
            }

            starts[from + 1] = count;
        }

        return new CompressedRows(starts, targets[..count], values[..count]);
    }

    private static void DropZero(int sender, double[] sums, ref int count, int[] starts)
    {
        if (count > 0 && sums[count - 1] == 0)
        {
            count--;
            starts[sender + 1]--;
        }
    }

    private static int[] Sorted(int nodes, ReadOnlySpan<int> keys, int[] ties)
    {
        int[] next = new int[nodes + 1];
        foreach (int key in keys)
        {
            next[key + 1]++;
        }

        Accumulated(next);
        int[] sorted = new int[ties.Length];
        foreach (int tie in ties)
        {
            sorted[next[keys[tie]]++] = tie;
        }

        return sorted;
    }

    private static int[] Accumulated(int[] counts)
    {
        for (int i = 1; i < counts.Length; i++)
        {
            counts[i] += counts[i - 1];
        }

        return counts;
    }
}
