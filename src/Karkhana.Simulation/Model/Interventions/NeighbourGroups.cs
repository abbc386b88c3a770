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
    /// <returns>The groups; a firm whose surroundings are all in groups stays in a smaller one.</returns>
    public static List<int[]> Of(FirmColumns firms, List<int> queue, int size)
    {
        List<int[]> groups = [];
        if (queue.Count == 0)
        {
            return groups;
        }

        PointIndex index = PointIndex.Of([.. queue.Select(slot => firms.X[slot])], [.. queue.Select(slot => firms.Y[slot])]);
        bool[] grouped = new bool[queue.Count];
        int[] near = new int[Math.Min(queue.Count, LookedAt * size)];
        double[] squared = new double[near.Length];
        for (int position = 0; position < queue.Count; position++)
        {
            if (grouped[position])
            {
                continue;
            }

            grouped[position] = true;
            List<int> group = [queue[position]];
            int found = index.Nearest(firms.X[queue[position]], firms.Y[queue[position]], near, squared, position);
            for (int i = 0; i < found && group.Count < size; i++)
            {
                if (!grouped[near[i]])
                {
                    grouped[near[i]] = true;
                    group.Add(queue[near[i]]);
                }
            }

            groups.Add([.. group]);
        }

        return groups;
    }
}
