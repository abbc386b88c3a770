using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>Cuts firms into groups that lie near each other.</summary>
internal static class NeighbourGroups
{
    private const int LookedAt = 4; // so many times the group's size are looked at around its first firm

    /// <summary>Makes groups: the first firm that is in none, with the nearest others that are in none.</summary>
    /// <param name="firms">The firms.</param>
    /// <param name="queue">The slots in the order in which they begin groups.</param>
    /// <param name="size">The most firms in a group.</param>
    /// <returns>The groups; all but the last have the size.</returns>
    public static List<int[]> Of(FirmColumns firms, List<int> queue, int size)
    {
        List<int[]> groups = [];
        List<int> left = queue;
        while (left.Count > 0)
        {
            left = Round(firms, left, size, groups);
        }

        return groups;
    }

    // Groups until half are in groups, then begins again with those that are left: so near ones are found without looking at many.
    private static List<int> Round(FirmColumns firms, List<int> queue, int size, List<int[]> groups)
    {
        PointIndex index = PointIndex.Of([.. queue.Select(slot => firms.X[slot])], [.. queue.Select(slot => firms.Y[slot])]);
        bool[] grouped = new bool[queue.Count];
        int done = 0;
        for (int position = 0; position < queue.Count && (2 * done < queue.Count || queue.Count <= 2 * size); position++)
        {
            if (!grouped[position])
            {
                int[] members = Nearest(index, firms, queue, position, grouped, size);
                done += members.Length;
                groups.Add([.. members.Select(member => queue[member])]);
            }
        }

        return [.. queue.Where((_, position) => !grouped[position])];
    }

    private static int[] Nearest(PointIndex index, FirmColumns firms, List<int> queue, int first, bool[] grouped, int size)
    {
        grouped[first] = true;
        int looked = Math.Min(queue.Count, LookedAt * size);
        while (true)
        {
            int[] near = new int[looked];
            int found = index.Nearest(firms.X[queue[first]], firms.Y[queue[first]], near, new double[looked], first);
            int[] free = [.. near.Take(found).Where(member => !grouped[member]).Take(size - 1)];
            if (free.Length == size - 1 || looked == queue.Count)
            {
                foreach (int member in free)
                {
                    grouped[member] = true;
                }

                return [first, .. free];
            }

            looked = Math.Min(queue.Count, 4 * looked);
        }
    }
}
