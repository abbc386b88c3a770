namespace Karkhana.Simulation;

/// <summary>The memory of <see cref="NeighbourRows"/>: rows of places and weights of any length, each with room of its own.</summary>
/// <remarks>A row that outgrows its room moves behind the last; the gaps that this leaves are closed when the end is reached.</remarks>
internal sealed class NeighbourEntries
{
    private const int Slack = 8; // entries that a row may grow by before it must move
    private const int FewEntries = 100_000; // so many may lie empty for rows that move, whatever is needed

    private int[] _first = [];
    private int[] _end = [];
    private int[] _room = [];
    private int[] _place = [];
    private double[] _weight = [];
    private int _filled;

    /// <summary>Gets the number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Gets what lies behind the last row, to be filled before <see cref="Append"/>.</summary>
    public Span<int> FreePlaces => _place.AsSpan(_filled);

    /// <summary>Gets what lies behind the last row, to be filled before <see cref="Append"/>.</summary>
    public Span<double> FreeWeights => _weight.AsSpan(_filled);

    /// <summary>Gives the length of a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Its entries.</returns>
    public int Length(int row) => _end[row] - _first[row];

    /// <summary>Gives the places of a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>One per entry.</returns>
    public ReadOnlySpan<int> Places(int row) => _place.AsSpan(_first[row], _end[row] - _first[row]);

    /// <summary>Gives the weights of a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>One per entry.</returns>
    public ReadOnlySpan<double> Weights(int row) => _weight.AsSpan(_first[row], _end[row] - _first[row]);

    /// <summary>Makes room for entries where there are none, and for some rows to move.</summary>
    /// <param name="most">The most that there will be; what is not reached is never touched.</param>
    public void Allocate(long most)
    {
        int length = (int)Math.Min(most + Spare(most), Array.MaxLength);
        (_place, _weight) = (GC.AllocateUninitializedArray<int>(length), GC.AllocateUninitializedArray<double>(length));
    }

    /// <summary>Gives back what was not reached, where it is much.</summary>
    public void Trim()
    {
        if (2L * _filled < _place.Length)
        {
            (_place, _weight) = (_place[.._filled], _weight[.._filled]);
        }
    }

    /// <summary>Makes of what lies behind the last row a row without room to grow.</summary>
    /// <param name="row">The row.</param>
    /// <param name="length">Its entries.</param>
    public void Append(int row, int length)
    {
        _first[row] = _filled;
        _filled += length;
        (_end[row], _room[row]) = (_filled, _filled);
    }

    /// <summary>Takes over other rows with some room in each.</summary>
    /// <param name="other">The rows.</param>
    /// <param name="order">In which order they shall lie.</param>
    /// <param name="limit">The most that a row can hold.</param>
    public void CopyFrom(NeighbourEntries other, ReadOnlySpan<int> order, int limit)
    {
        (Count, _filled) = (0, 0);
        Extend(other.Count);
        long needed = 0;
        for (int row = 0; row < Count; row++)
        {
            needed += RoomFor(other.Length(row), limit);
        }

        if (_place.Length < needed)
        {
            Allocate(needed);
        }

        foreach (int row in order)
        {
            Write(row, other.Places(row), other.Weights(row), limit);
        }
    }

    /// <summary>Adds empty rows.</summary>
    /// <param name="count">The rows that there are then.</param>
    public void Extend(int count)
    {
        if (_first.Length < count)
        {
            int capacity = _first.Length == 0 ? count : count + (count / 4);
            Array.Resize(ref _first, capacity);
            Array.Resize(ref _end, capacity);
            Array.Resize(ref _room, capacity);
        }

        for (; Count < count; Count++)
        {
            (_first[Count], _end[Count], _room[Count]) = (_filled, _filled, _filled);
        }
    }

    /// <summary>Writes a row behind the last.</summary>
    /// <param name="row">The row.</param>
    /// <param name="places">Its places.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="limit">The most that a row can hold.</param>
    public void Write(int row, ReadOnlySpan<int> places, ReadOnlySpan<double> weights, int limit)
    {
        int room = RoomFor(places.Length, limit);
        Reserve(room);
        places.CopyTo(FreePlaces);
        weights.CopyTo(FreeWeights);
        (_first[row], _end[row], _room[row]) = (_filled, _filled + places.Length, _filled + room);
        _filled += room;
    }

    /// <summary>Empties a row.</summary>
    /// <param name="row">The row.</param>
    public void Clear(int row) => _end[row] = _first[row];

    /// <summary>Drops the entries of places that are empty.</summary>
    /// <param name="row">The row.</param>
    /// <param name="alive">Whether someone is there, by place.</param>
    /// <returns>Whether there were any.</returns>
    public bool DropDead(int row, ReadOnlySpan<bool> alive)
    {
        ReadOnlySpan<int> places = Places(row);
        int kept = 0;
        while (kept <= places.Length - 4
            && alive[places[kept]] & alive[places[kept + 1]] & alive[places[kept + 2]] & alive[places[kept + 3]])
        {
            kept += 4; // most rows lose no one
        }

        int first = _first[row];
        for (int entry = kept; entry < places.Length; entry++)
        {
            int place = places[entry];
            (_place[first + kept], _weight[first + kept]) = (place, _weight[first + entry]);
            kept += alive[place] ? 1 : 0;
        }

        _end[row] = first + kept;
        return kept < places.Length;
    }

    /// <summary>Drops the entry with the least weight if that is less than another; of several the last.</summary>
    /// <param name="row">The row.</param>
    /// <param name="weight">The other weight.</param>
    /// <returns>Whether it was.</returns>
    public bool DropLighter(int row, double weight)
    {
        (int first, int end) = (_first[row], _end[row]);
        int lightest = first;
        for (int other = first; other < end; other++)
        {
            lightest = _weight[other] <= _weight[lightest] ? other : lightest;
        }

        if (_weight[lightest] >= weight)
        {
            return false;
        }

        Array.Copy(_place, lightest + 1, _place, lightest, end - lightest - 1);
        Array.Copy(_weight, lightest + 1, _weight, lightest, end - lightest - 1);
        _end[row]--;
        return true;
    }

    /// <summary>Adds an entry at the end of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="place">The place.</param>
    /// <param name="weight">The weight.</param>
    /// <param name="limit">The most that a row can hold.</param>
    public void Push(int row, int place, double weight, int limit)
    {
        if (_end[row] == _room[row])
        {
            Reserve(RoomFor(Length(row), limit)); // first: it may move the row that is then written anew
            Write(row, Places(row), Weights(row), limit);
        }

        (_place[_end[row]], _weight[_end[row]]) = (place, weight);
        _end[row]++;
    }

    private static int RoomFor(int length, int limit) => Math.Max(length, Math.Min(limit, length + Slack));

    private static long Spare(long entries) => Math.Max(entries / 16, Math.Min(entries, FewEntries));

    private void Reserve(int entries)
    {
        if (_filled + (long)entries <= _place.Length)
        {
            return;
        }

        CloseGaps();
        long needed = _filled + (long)entries;
        if (needed + (Spare(_filled) / 2) > _place.Length) // else gaps would have to be closed again soon
        {
            int length = (int)Math.Min(needed + Spare(_filled), Array.MaxLength);
            Array.Resize(ref _place, length);
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
            int length = Length(row);
            Array.Copy(_place, _first[row], _place, _filled, length);
            Array.Copy(_weight, _first[row], _weight, _filled, length);
            (_first[row], _end[row], _room[row]) = (_filled, _filled + length, _filled + length);
            _filled += length;
        }
    }
}
