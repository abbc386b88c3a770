using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>Who lies near whom: for each firm the nearest others within reach with the weights exp(−d / r0).</summary>
/// <remarks>
/// Entries are in the order of slots. The object never changes while a run reads it and is shared between runs. Cost: n log n for the index and
/// about log n + k per firm with k neighbours, at most the limit; memory 12 bytes an entry.
/// </remarks>
internal sealed class NeighbourRows
{
    private NeighbourRows(int[] first, int[] slot, double[] weight, double[] total) =>
        (First, Slot, Weight, Total) = (first, slot, weight, total);

    /// <summary>Gets the slots that have rows.</summary>
    public int Count => Total.Length;

    /// <summary>Gets where each row begins, one more at the end.</summary>
    public int[] First { get; }

    /// <summary>Gets the number of entries.</summary>
    public int Entries => First[^1];

    /// <summary>Gets the slot of the neighbour, by entry; what lies beyond the last entry means nothing.</summary>
    public int[] Slot { get; }

    /// <summary>Gets exp(−d / r0), by entry.</summary>
    public double[] Weight { get; }

    /// <summary>Gets the sum of the weights, by row: the density of firms around it.</summary>
    public double[] Total { get; }

    /// <summary>Finds the neighbours of all firms that are alive.</summary>
    /// <param name="firms">The firms.</param>
    /// <param name="search">Reach, decay and limit.</param>
    /// <returns>The rows; those of empty slots are empty.</returns>
    public static NeighbourRows Of(FirmColumns firms, NeighbourSearch search)
    {
        int[] alive = AliveOf(firms);
        long most = Math.Min(Math.Min(search.Limit, alive.Length) * (long)alive.Length, Array.MaxLength);
        int[] slots = GC.AllocateUninitializedArray<int>((int)most); // what is not reached is never touched
        double[] weights = GC.AllocateUninitializedArray<double>((int)most);
        int[] first = new int[firms.Count + 1];
        NeighbourFinder? finder = alive.Length == 0 ? null : new NeighbourFinder(firms, alive, search);
        (int position, int filled) = (0, 0);
        for (int slot = 0; slot < firms.Count; slot++)
        {
            if (firms.Alive[slot])
            {
                filled += finder!.Find(position++, slots.AsSpan(filled), weights.AsSpan(filled));
            }

            first[slot + 1] = filled;
        }

        return 2L * filled < most ? Totalled(first, slots[..filled], weights[..filled]) : Totalled(first, slots, weights);
    }

    /// <summary>Gives the rows after firms came and left.</summary>
    /// <remarks>
    /// Those who left drop out; those who came have the rows that a search finds, and come into the rows of their neighbours, in
    /// the place of the farthest where a row is full. A full row that loses members is not filled up from beyond them. Cost:
    /// entries, and a search for each that came.
    /// </remarks>
    /// <param name="firms">The firms.</param>
    /// <param name="search">Reach, decay and limit.</param>
    /// <param name="spare">Rows whose memory may be used, or null.</param>
    /// <returns>The rows.</returns>
    public NeighbourRows After(FirmColumns firms, NeighbourSearch search, NeighbourRows? spare = null)
    {
        int[] alive = AliveOf(firms);
        (List<int> slots, List<double> weights, List<int> ends) = ([], [], [0]);
        (int[] near, double[] shares) = (new int[Math.Min(search.Limit, alive.Length)], new double[Math.Min(search.Limit, alive.Length)]);
        NeighbourFinder? finder = alive.Length == 0 || firms.Count == Count ? null : new NeighbourFinder(firms, alive, search);
        Dictionary<int, List<(int Slot, double Weight)>> came = [];
        int position = Array.BinarySearch(alive, Count);
        position = position < 0 ? ~position : position;
        for (int slot = Count; slot < firms.Count; slot++)
        {
            if (firms.Alive[slot])
            {
                int found = finder!.Find(position++, near, shares);
                slots.AddRange(near.AsSpan(0, found));
                weights.AddRange(shares.AsSpan(0, found));
                for (int entry = ends[^1]; entry < slots.Count && slots[entry] < Count; entry++)
                {
                    (System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(came, slots[entry], out _) ??= [])
                        .Add((slot, weights[entry]));
                }
            }

            ends.Add(slots.Count);
        }

        return Joined(firms, (search.Limit, spare), came, (ends, slots, weights));
    }

    private NeighbourRows Joined(
        FirmColumns firms, (int Limit, NeighbourRows? Spare) how, Dictionary<int, List<(int Slot, double Weight)>> came,
        (List<int> Ends, List<int> Slots, List<double> Weights) anew)
    {
        int most = Entries + anew.Slots.Count + came.Sum(row => row.Value.Count);
        int[] first = new int[firms.Count + 1];
        bool fits = how.Spare is not null && how.Spare.Slot.Length >= most;
        int[] slots = fits ? how.Spare!.Slot : GC.AllocateUninitializedArray<int>(most + (most / 16));
        double[] weights = fits ? how.Spare!.Weight : GC.AllocateUninitializedArray<double>(most + (most / 16));
        int filled = 0;
        for (int slot = 0; slot < Count; slot++)
        {
            for (int entry = First[slot]; firms.Alive[slot] && entry < First[slot + 1]; entry++)
            {
                slots[filled] = Slot[entry];
                weights[filled] = Weight[entry];
                filled += firms.Alive[Slot[entry]] ? 1 : 0;
            }

            if (firms.Alive[slot] && came.TryGetValue(slot, out List<(int Slot, double Weight)>? row))
            {
                foreach ((int other, double weight) in row)
                {
                    filled = Enter(first[slot], filled, how.Limit, (slots, weights), (other, weight));
                }
            }

            first[slot + 1] = filled;
        }

        anew.Slots.CopyTo(slots, filled);
        anew.Weights.CopyTo(weights, filled);
        for (int slot = Count; slot < firms.Count; slot++)
        {
            first[slot + 1] = filled + anew.Ends[slot - Count + 1];
        }

        return Totalled(first, slots, weights);
    }

    // The new slot is greater than all others: at the end of the row the order of slots is kept.
    private static int Enter(int first, int end, int limit, (int[] Slots, double[] Weights) row, (int Slot, double Weight) entry)
    {
        if (end - first >= limit)
        {
            int farthest = first;
            for (int other = first; other < end; other++)
            {
                farthest = row.Weights[other] <= row.Weights[farthest] ? other : farthest;
            }

            if (row.Weights[farthest] >= entry.Weight)
            {
                return end;
            }

            Array.Copy(row.Slots, farthest + 1, row.Slots, farthest, end - farthest - 1);
            Array.Copy(row.Weights, farthest + 1, row.Weights, farthest, end - farthest - 1);
            end--;
        }

        (row.Slots[end], row.Weights[end]) = (entry.Slot, entry.Weight);
        return end + 1;
    }

    private static NeighbourRows Totalled(int[] first, int[] slots, double[] weights)
    {
        double[] total = new double[first.Length - 1];
        for (int slot = 0; slot < total.Length; slot++)
        {
            total[slot] = Sums.Sum(weights.AsSpan(first[slot], first[slot + 1] - first[slot]));
        }

        return new NeighbourRows(first, slots, weights, total);
    }

    private static int[] AliveOf(FirmColumns firms) =>
        [.. Enumerable.Range(0, firms.Count).Where(slot => firms.Alive[slot])];
}
