using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>Who lies near whom: for each firm the nearest others within reach with the weights exp(−d / r0).</summary>
/// <remarks>
/// Firms have places on a curve on which near ones follow each other, and rows are visited in that order, so that what is read of
/// neighbours lies together and is at hand from the firm before; firms that come later have the last places. A row is asked for by
/// the slot of its firm and holds the places of its neighbours in the order of their slots. Rows that several runs read never
/// change: a run copies them before <see cref="NeighbourUpdate"/> changes them. Cost: n log n for the index and about log n + k per
/// firm with k neighbours, at most the limit; memory 12 bytes an entry.
/// </remarks>
internal sealed class NeighbourRows
{
    private readonly NeighbourEntries _entries = new();
    private double[] _total = [];
    private int[] _order = [];
    private int[] _place = [];

    /// <summary>Gets the slots that have rows.</summary>
    public int Count => _entries.Count;

    /// <summary>Gets the slots by place: the order in which rows are best visited.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, Count);

    /// <summary>Gets the sum of the weights, by row: the density of firms around it.</summary>
    public double[] Total => _total;

    /// <summary>Finds the neighbours of all firms that are alive.</summary>
    /// <param name="firms">The firms.</param>
    /// <param name="search">Reach, decay and limit.</param>
    /// <returns>The rows; those of empty slots are empty.</returns>
    public static NeighbourRows Of(FirmColumns firms, NeighbourSearch search)
    {
        int[] alive = AliveOf(firms);
        NeighbourRows rows = new();
        rows.Extend(firms.Count);
        if (alive.Length == 0)
        {
            return rows;
        }

        int[] curve = HilbertOrder.Of([.. alive.Select(slot => firms.X[slot])], [.. alive.Select(slot => firms.Y[slot])]);
        rows.Settle(curve, alive, firms);
        NeighbourEntries entries = rows._entries;
        entries.Allocate(Math.Min(search.Limit, alive.Length) * (long)alive.Length);
        NeighbourFinder finder = new(firms, alive, search, alive.Length);
        foreach (int position in curve)
        {
            int found = finder.Find(position, entries.FreePlaces, entries.FreeWeights);
            rows.ToPlaces(entries.FreePlaces[..found]);
            entries.Append(alive[position], found);
            rows.AddUp(alive[position]);
        }

        entries.Trim();
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

    /// <summary>Counts the entries.</summary>
    /// <returns>The sum over rows.</returns>
    public long CountEntries()
    {
        long entries = 0;
        for (int row = 0; row < Count; row++)
        {
            entries += _entries.Length(row);
        }

        return entries;
    }

    /// <summary>Gives a firm's neighbours.</summary>
    /// <param name="row">The slot of the firm.</param>
    /// <returns>Their places, in the order of their slots; <see cref="Order"/> gives the slots.</returns>
    public ReadOnlySpan<int> Places(int row) => _entries.Places(row);

    /// <summary>Gives exp(−d / r0) of a firm's neighbours.</summary>
    /// <param name="row">The slot of the firm.</param>
    /// <returns>As many as neighbours.</returns>
    public ReadOnlySpan<double> Weights(int row) => _entries.Weights(row);

    /// <summary>Takes over other rows, to change them.</summary>
    /// <param name="other">The rows.</param>
    /// <param name="limit">The most that a row can hold.</param>
    public void CopyFrom(NeighbourRows other, int limit)
    {
        _entries.CopyFrom(other._entries, other.Order, limit);
        Fit();
        other.Order.CopyTo(_order);
        other._place.AsSpan(0, Count).CopyTo(_place);
        other._total.AsSpan(0, Count).CopyTo(_total);
    }

    /// <summary>Adds the rows of firms that came; they are empty.</summary>
    /// <param name="count">The slots that have rows then.</param>
    public void Extend(int count)
    {
        int before = Count;
        _entries.Extend(count);
        Fit();
        for (int slot = before; slot < count; slot++)
        {
            (_order[slot], _place[slot], _total[slot]) = (slot, slot, 0);
        }
    }

    /// <summary>Empties a row.</summary>
    /// <param name="row">The slot of the firm.</param>
    public void Clear(int row)
    {
        _entries.Clear(row);
        _total[row] = 0;
    }

    /// <summary>Drops from a row the firms that have left.</summary>
    /// <param name="row">The slot of the firm.</param>
    /// <param name="alive">Who is alive, by place.</param>
    public void DropDead(int row, ReadOnlySpan<bool> alive)
    {
        if (_entries.DropDead(row, alive))
        {
            AddUp(row);
        }
    }

    /// <summary>Writes the row of a firm that came.</summary>
    /// <param name="row">The slot of the firm.</param>
    /// <param name="slots">Its neighbours in the order of slots; they become places.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="limit">The most that a row can hold.</param>
    public void Write(int row, Span<int> slots, ReadOnlySpan<double> weights, int limit)
    {
        ToPlaces(slots);
        _entries.Write(row, slots, weights, limit);
        AddUp(row);
    }

    /// <summary>Enters a firm that came in the row of another: in the place of the farthest where the row is full. <see cref="AddUp"/> follows.</summary>
    /// <param name="row">The slot of the firm whose row it is.</param>
    /// <param name="slot">The slot that enters, greater than all others of the row.</param>
    /// <param name="weight">Its weight.</param>
    /// <param name="limit">The most that a row can hold.</param>
    public void Enter(int row, int slot, double weight, int limit)
    {
        if (_entries.Length(row) < limit || _entries.DropLighter(row, weight))
        {
            _entries.Push(row, _place[slot], weight, limit);
        }
    }

    /// <summary>Adds the weights of a row up again.</summary>
    /// <param name="row">The slot of the firm.</param>
    public void AddUp(int row) => _total[row] = Sums.Sum(Weights(row));

    private void ToPlaces(Span<int> slots)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i] = _place[slots[i]];
        }
    }

    // Empty slots have rows too, without entries, and the last places.
    private void Settle(int[] curve, int[] alive, FirmColumns firms)
    {
        int next = 0;
        foreach (int position in curve)
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

    private void Fit()
    {
        if (_total.Length < Count)
        {
            int capacity = _total.Length == 0 ? Count : Count + (Count / 4);
            Array.Resize(ref _total, capacity);
            Array.Resize(ref _order, capacity);
            Array.Resize(ref _place, capacity);
        }
    }
}
