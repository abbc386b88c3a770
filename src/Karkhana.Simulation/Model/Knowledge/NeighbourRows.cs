using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>Who lies near whom: for each firm the nearest others within reach with the weights exp(−d / r0).</summary>
/// <remarks>
/// Firms have places on a curve on which near ones follow each other, and rows are visited in that order, so that what is read of
/// neighbours lies together and is at hand from the firm before; firms that come later have the last places. A row is asked for by
/// the slot of its firm and holds the places of its neighbours in the order of their slots. Rows that several runs read never change: a run copies them before
/// <see cref="NeighbourUpdate"/> changes them. Cost: n log n for the index and about log n + k per firm with k neighbours, at most
/// the limit; memory 12 bytes an entry.
/// </remarks>
internal sealed class NeighbourRows
{
    private const int Slack = 8; // entries that a row may grow by before it must move
    private const int FewEntries = 100_000; // so many may lie empty for rows that move, whatever is needed

    private int[] _first = [];
    private int[] _end = [];
    private int[] _room = [];
    private int[] _near = [];
    private double[] _weight = [];
    private double[] _total = [];
    private int[] _order = [];
    private int[] _place = [];
    private int _filled;

    /// <summary>Gets the slots that have rows.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the slots by place: the order in which rows are best visited.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, Count);

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
        NeighbourRows rows = new()
        {
            _near = GC.AllocateUninitializedArray<int>((int)most), // what is not reached is never touched
            _weight = GC.AllocateUninitializedArray<double>((int)most),
        };
        rows.Extend(firms.Count);
        NeighbourFinder? finder = alive.Length == 0 ? null : new NeighbourFinder(firms, alive, search, alive.Length);
        int[] order = HilbertOrder.Of([.. alive.Select(slot => firms.X[slot])], [.. alive.Select(slot => firms.Y[slot])]);
        rows.Settle(order, alive, firms);
        for (int i = 0; i < order.Length; i++)
        {
            int row = alive[order[i]];
            int found = finder!.Find(order[i], rows._near.AsSpan(rows._filled), rows._weight.AsSpan(rows._filled));
            rows.ToPlaces(rows._near.AsSpan(rows._filled, found));
            (rows._first[row], rows._filled) = (rows._filled, rows._filled + found);
            (rows._end[row], rows._room[row]) = (rows._filled, rows._filled);
            rows.AddUp(row);
        }

        if (2L * rows._filled < most)
        {
            (rows._near, rows._weight) = (rows._near[..rows._filled], rows._weight[..rows._filled]);
        }

        return rows;
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
    /// <returns>Their places, in the order of their slots; <see cref="Order"/> gives the slots.</returns>
    public ReadOnlySpan<int> Places(int row) => _near.AsSpan(_first[row], _end[row] - _first[row]);

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
            needed += RoomFor(other._end[row] - other._first[row], limit);
        }

        if (_near.Length < needed)
        {
            int length = (int)Math.Min(needed + Spare(needed), Array.MaxLength);
            (_near, _weight) = (GC.AllocateUninitializedArray<int>(length), GC.AllocateUninitializedArray<double>(length));
        }

        foreach (int row in other.Order)
        {
            Write(row, other.Places(row), other.Weights(row), RoomFor(other._end[row] - other._first[row], limit));
        }

        other.Order.CopyTo(_order);
        other._place.AsSpan(0, Count).CopyTo(_place);
        other._total.AsSpan(0, Count).CopyTo(_total);
    }

    /// <summary>Makes room for the rows of firms that came; they are empty.</summary>
    /// <param name="count">The slots that have rows.</param>
    public void Extend(int count)
    {
        if (_total.Length < count)
        {
            int capacity = _total.Length == 0 ? count : count + (count / 4);
            Array.Resize(ref _first, capacity);
            Array.Resize(ref _end, capacity);
            Array.Resize(ref _room, capacity);
            Array.Resize(ref _total, capacity);
            Array.Resize(ref _order, capacity);
            Array.Resize(ref _place, capacity);
        }

        for (int row = Count; row < count; row++)
        {
            (_first[row], _end[row], _room[row], _total[row]) = (_filled, _filled, _filled, 0);
            (_order[row], _place[row]) = (row, row);
        }

        Count = count;
    }

    /// <summary>Makes places of slots.</summary>
    /// <param name="slots">The slots, which become places.</param>
    public void ToPlaces(Span<int> slots)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i] = _place[slots[i]];
        }
    }

    /// <summary>Writes an empty row.</summary>
    /// <param name="row">The slot of the firm.</param>
    /// <param name="places">The places of its neighbours, in the order of slots.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="room">The entries that the row may hold without moving.</param>
    public void Write(int row, ReadOnlySpan<int> places, ReadOnlySpan<double> weights, int room)
    {
        Reserve(room);
        places.CopyTo(_near.AsSpan(_filled));
        weights.CopyTo(_weight.AsSpan(_filled));
        (_first[row], _end[row], _room[row]) = (_filled, _filled + places.Length, _filled + room);
        _filled += room;
    }

    /// <summary>Gives the room for a row that may grow.</summary>
    /// <param name="entries">Its entries.</param>
    /// <param name="limit">The most that a row can hold.</param>
    /// <returns>The entries to leave room for.</returns>
    public static int RoomFor(int entries, int limit) => Math.Max(entries, Math.Min(limit, entries + Slack));

    /// <summary>Empties a row.</summary>
    /// <param name="row">The slot of the firm.</param>
    public void Clear(int row) => (_end[row], _total[row]) = (_first[row], 0);

    /// <summary>Drops from a row the firms that have left.</summary>
    /// <param name="row">The slot of the firm.</param>
    /// <param name="alive">Who is alive, by place.</param>
    public void DropDead(int row, ReadOnlySpan<bool> alive)
    {
        ReadOnlySpan<int> places = Places(row);
        int kept = 0;
        while (kept <= places.Length - 4
            && alive[places[kept]] & alive[places[kept + 1]] & alive[places[kept + 2]] & alive[places[kept + 3]])
        {
            kept += 4; // most rows lose no one
        }

        while (kept < places.Length && alive[places[kept]])
        {
            kept++;
        }

        if (kept == places.Length)
        {
            return;
        }

        int first = _first[row];
        for (int entry = kept; entry < places.Length; entry++)
        {
            int place = places[entry];
            (_near[first + kept], _weight[first + kept]) = (place, _weight[first + entry]);
            kept += alive[place] ? 1 : 0;
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
            Move(row, RoomFor(_end[row] - _first[row], limit));
        }

        (_near[_end[row]], _weight[_end[row]]) = (_place[slot], weight);
        _end[row]++;
    }

    /// <summary>Adds the weights of a row up again.</summary>
    /// <param name="row">The slot of the firm.</param>
    public void AddUp(int row) => _total[row] = Sums.Sum(Weights(row));

    // Empty slots have rows too, without entries, and the last places.
    private void Settle(int[] order, int[] alive, FirmColumns firms)
    {
        int next = 0;
        foreach (int position in order)
        {
            _order[next++] = alive[position];
        }

        for (int slot = 0; slot < Count; slot++)
        {
            if (!firms.Alive[slot])
            {
                _order[next++] = slot;
            }
        }

        for (int place = 0; place < Count; place++)
        {
            _place[_order[place]] = place;
        }
    }

    private static long Spare(long entries) => Math.Max(entries / 16, Math.Min(entries, FewEntries));

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

        Array.Copy(_near, farthest + 1, _near, farthest, end - farthest - 1);
        Array.Copy(_weight, farthest + 1, _weight, farthest, end - farthest - 1);
        _end[row]--;
        return true;
    }

    private void Move(int row, int room)
    {
        Reserve(room);
        Write(row, Places(row), Weights(row), room);
    }

    // Rows that have moved leave gaps, which are closed when the end is reached.
    private void Reserve(int entries)
    {
        if (_filled + (long)entries <= _near.Length)
        {
            return;
        }

        CloseGaps();
        long needed = _filled + (long)entries + (Spare(_filled) / 2); // else gaps would have to be closed again soon
        if (needed > _near.Length)
        {
            int length = (int)Math.Min(_filled + (long)entries + Spare(_filled), Array.MaxLength);
            Array.Resize(ref _near, length);
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
            Array.Copy(_near, _first[row], _near, _filled, length);
            Array.Copy(_weight, _first[row], _weight, _filled, length);
            (_first[row], _end[row], _room[row]) = (_filled, _filled + length, _filled + length);
            _filled += length;
        }
    }
}
