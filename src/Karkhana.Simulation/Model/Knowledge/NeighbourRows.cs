using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>Who lies near whom: for each firm the nearest others within reach with the weights exp(−d / r0).</summary>
/// <remarks>
/// Entries of a row are in the order of slots; rows lie one after another at first and, once they have grown, in any order, each
/// with room of its own. Rows that several runs read never change: a run copies them before <see cref="NeighbourUpdate"/> changes
/// them. Cost: n log n for the index and about log n + k per firm with k neighbours, at most the limit; memory 12 bytes an entry.
/// </remarks>
internal sealed class NeighbourRows
{
    private const int Slack = 8; // entries that a row may grow by before it must move

    private int[] _first;
    private int[] _end;
    private int[] _room;
    private int[] _slot;
    private double[] _weight;
    private double[] _total;
    private int _filled;

    /// <summary>Prepares rows for none.</summary>
    public NeighbourRows()
        : this([0], [], [])
    {
    }

    private NeighbourRows(int[] bounds, int[] slot, double[] weight)
    {
        Count = bounds.Length - 1;
        (_first, _end, _room) = (bounds[..^1], bounds[1..], bounds[1..]);
        (_slot, _weight, _total, _filled) = (slot, weight, new double[Count], bounds[^1]);
        for (int slotOfRow = 0; slotOfRow < Count; slotOfRow++)
        {
            AddUp(slotOfRow);
        }
    }

    /// <summary>Gets the slots that have rows.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the sum of the weights, by row: the density of firms around it.</summary>
    public double[] Total => _total;

    /// <summary>Gets the number of entries.</summary>
    public long Entries
    {
        get
        {
            long entries = 0;
            for (int row = 0; row < Count; row++)
            {
                entries += _end[row] - _first[row];
            }

            return entries;
        }
    }

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
        int[] bounds = new int[firms.Count + 1];
        NeighbourFinder? finder = alive.Length == 0 ? null : new NeighbourFinder(firms, alive, search);
        (int position, int filled) = (0, 0);
        for (int slot = 0; slot < firms.Count; slot++)
        {
            if (firms.Alive[slot])
            {
                filled += finder!.Find(position++, slots.AsSpan(filled), weights.AsSpan(filled));
            }

            bounds[slot + 1] = filled;
        }

        return 2L * filled < most
            ? new NeighbourRows(bounds, slots[..filled], weights[..filled]) : new NeighbourRows(bounds, slots, weights);
    }

    /// <summary>Gives the slots that are alive.</summary>
    /// <param name="firms">The firms.</param>
    /// <returns>The slots in their order.</returns>
    public static int[] AliveOf(FirmColumns firms)
    {
        int[] alive = new int[firms.AliveCount];
        int found = 0;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            if (firms.Alive[slot])
            {
                alive[found++] = slot;
            }
        }

        return alive;
    }

    /// <summary>Gives a firm's neighbours.</summary>
    /// <param name="row">The slot of the firm.</param>
    /// <returns>Their slots.</returns>
    public ReadOnlySpan<int> Slots(int row) => _slot.AsSpan(_first[row], _end[row] - _first[row]);

    /// <summary>Gives exp(−d / r0) of a firm's neighbours.</summary>
    /// <param name="row">The slot of the firm.</param>
    /// <returns>As many as neighbours.</returns>
    public ReadOnlySpan<double> Weights(int row) => _weight.AsSpan(_first[row], _end[row] - _first[row]);

    /// <summary>Takes over other rows with some room in each.</summary>
    /// <param name="other">The rows.</param>
    /// <param name="limit">The most that a row can hold.</param>
    public void CopyFrom(NeighbourRows other, int limit)
    {
        Count = 0;
        _filled = 0;
        Extend(other.Count);
        long needed = 0;
        for (int row = 0; row < Count; row++)
        {
            needed += Math.Min(limit, other._end[row] - other._first[row] + Slack);
        }

        if (_slot.Length < needed)
        {
            int length = (int)Math.Min(needed + (needed / 16), Array.MaxLength);
            (_slot, _weight) = (GC.AllocateUninitializedArray<int>(length), GC.AllocateUninitializedArray<double>(length));
        }

        for (int row = 0; row < Count; row++)
        {
            Write(row, other.Slots(row), other.Weights(row), Math.Min(limit, other._end[row] - other._first[row] + Slack));
        }

        other._total.AsSpan(0, Count).CopyTo(_total);
    }

    /// <summary>Makes room for the rows of firms that came; they are empty.</summary>
    /// <param name="count">The slots that have rows.</param>
    public void Extend(int count)
    {
        if (_total.Length < count)
        {
            int capacity = count + (count / 4);
            Array.Resize(ref _first, capacity);
            Array.Resize(ref _end, capacity);
            Array.Resize(ref _room, capacity);
            Array.Resize(ref _total, capacity);
        }

        for (int row = Count; row < count; row++)
        {
            (_first[row], _end[row], _room[row], _total[row]) = (_filled, _filled, _filled, 0);
        }

        Count = count;
    }

    /// <summary>Writes an empty row.</summary>
    /// <param name="row">The slot of the firm.</param>
    /// <param name="slots">Its neighbours, in the order of slots.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="room">The entries that the row may hold without moving.</param>
    public void Write(int row, ReadOnlySpan<int> slots, ReadOnlySpan<double> weights, int room)
    {
        Reserve(room);
        slots.CopyTo(_slot.AsSpan(_filled));
        weights.CopyTo(_weight.AsSpan(_filled));
        (_first[row], _end[row], _room[row]) = (_filled, _filled + slots.Length, _filled + room);
        _filled += room;
    }

    /// <summary>Empties a row.</summary>
    /// <param name="row">The slot of the firm.</param>
    public void Clear(int row) => (_end[row], _total[row]) = (_first[row], 0);

    /// <summary>Drops from a row the firms that have left.</summary>
    /// <param name="row">The slot of the firm.</param>
    /// <param name="alive">Who is alive.</param>
    public void DropDead(int row, ReadOnlySpan<bool> alive)
    {
        ReadOnlySpan<int> slots = Slots(row);
        int kept = 0;
        while (kept < slots.Length && alive[slots[kept]])
        {
            kept++;
        }

        if (kept == slots.Length)
        {
            return;
        }

        int first = _first[row];
        for (int entry = kept; entry < slots.Length; entry++)
        {
            (_slot[first + kept], _weight[first + kept]) = (slots[entry], _weight[first + entry]);
            kept += alive[slots[entry]] ? 1 : 0;
        }

        _end[row] = first + kept;
        AddUp(row);
    }

    /// <summary>Enters a firm whose slot is greater than all others of the row: in the place of the farthest where the row is full.</summary>
    /// <param name="row">The slot of the firm whose row it is.</param>
    /// <param name="slot">The slot that enters.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="limit">The most that a row can hold.</param>
    public void Enter(int row, int slot, double weight, int limit)
    {
        if (_end[row] - _first[row] >= limit)
        {
            if (!DropFarther(row, weight))
            {
                return;
            }
        }
        else if (_end[row] == _room[row])
        {
            Move(row, Math.Min(limit, _end[row] - _first[row] + Slack));
        }

        (_slot[_end[row]], _weight[_end[row]]) = (slot, weight);
        _end[row]++;
    }

    /// <summary>Adds the weights of a row up again.</summary>
    /// <param name="row">The slot of the firm.</param>
    public void AddUp(int row) => _total[row] = Sums.Sum(Weights(row));

    private bool DropFarther(int row, double weight)
    {
        (int first, int end) = (_first[row], _end[row]);
        int farthest = first;
        for (int other = first; other < end; other++)
        {
            farthest = _weight[other] <= _weight[farthest] ? other : farthest;
        }

        if (_weight[farthest] >= weight)
        {
            return false;
        }

        Array.Copy(_slot, farthest + 1, _slot, farthest, end - farthest - 1);
        Array.Copy(_weight, farthest + 1, _weight, farthest, end - farthest - 1);
        _end[row]--;
        return true;
    }

    private void Move(int row, int room)
    {
        Reserve(room);
        Write(row, Slots(row), Weights(row), room);
    }

    // Rows that have moved leave gaps, which are closed when the end is reached.
    private void Reserve(int entries)
    {
        if (_filled + (long)entries <= _slot.Length)
        {
            return;
        }

        CloseGaps();
        long needed = _filled + (long)entries + (_filled / 16); // else gaps would have to be closed again soon
        if (needed > _slot.Length)
        {
            int length = (int)Math.Min(needed + (_filled / 16), Array.MaxLength);
            Array.Resize(ref _slot, length);
            Array.Resize(ref _weight, length);
        }
    }

    private void CloseGaps()
    {
        int[] order = new int[Count];
        for (int row = 0; row < Count; row++)
        {
            order[row] = row;
        }

        Array.Sort(_first[..Count], order);
        _filled = 0;
        foreach (int row in order)
        {
            int length = _end[row] - _first[row];
            Array.Copy(_slot, _first[row], _slot, _filled, length);
            Array.Copy(_weight, _first[row], _weight, _filled, length);
            (_first[row], _end[row], _room[row]) = (_filled, _filled + length, _filled + length);
            _filled += length;
        }
    }
}
