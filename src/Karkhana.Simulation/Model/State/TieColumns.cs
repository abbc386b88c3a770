namespace Karkhana.Simulation;

/// <summary>The ties of a run, a column per variable, with a view by firm.</summary>
/// <remarks>
/// A tie lies between two firms, whoever named it; links that lead outside are counted per firm. The view by firm is built by
/// <see cref="Rebuild"/> and stays as it is until ties were added or removed and it is built again, so that ties change
/// between quarters only. Within a firm the entries are in the order of ties.
/// </remarks>
internal sealed class TieColumns
{
    private int[] _from = [];
    private int[] _to = [];
    private ClusterTieKind[] _kind = [];
    private double[] _trust = [];
    private double[] _trustNext = [];
    private double[] _distance = [];
    private int[] _age = [];
    private int[] _lastUsed = [];
    private bool[] _removed = [];
    private int[] _first = [0];
    private int[] _partner = [];
    private int[] _tie = [];
    private int[] _outside = [];
    private bool _ownsEntries; // no other run reads them

    /// <summary>Gets the number of ties, those included that are marked as removed since the last rebuilding.</summary>
    public int Count { get; private set; }

    /// <summary>Gets a value indicating whether ties were added or removed since the view was built.</summary>
    public bool Changed { get; private set; }

    /// <summary>Gets the slot of one end.</summary>
    public int[] From => _from;

    /// <summary>Gets the slot of the other end; the same for a link that leads outside.</summary>
    public int[] To => _to;

    public ClusterTieKind[] Kind => _kind;

    /// <summary>Gets τ(t).</summary>
    public double[] Trust => _trust;

    /// <summary>Gets τ(t+1): starts the quarter as τ(t).</summary>
    public double[] TrustNext => _trustNext;

    /// <summary>Gets the kilometres between the ends.</summary>
    public double[] Distance => _distance;

    /// <summary>Gets quarters since the tie began.</summary>
    public int[] Age => _age;

    /// <summary>Gets the step in which knowledge last passed or a joint action joined its ends; −1 for never.</summary>
    public int[] LastUsed => _lastUsed;

    /// <summary>Gets where each firm's entries begin, one more at the end.</summary>
    public int[] First => _first;

    /// <summary>Gets the slot at the other end, by entry; what lies beyond the last entry means nothing.</summary>
    public int[] Partner => _partner;

    /// <summary>Gets the tie, by entry.</summary>
    public int[] Tie => _tie;

    /// <summary>Gets links that lead outside, by slot.</summary>
    public int[] Outside => _outside;

    /// <summary>Adds a tie; it is seen by firms after the next rebuilding.</summary>
    /// <param name="from">One slot.</param>
    /// <param name="to">The other; the same for a link outside.</param>
    /// <param name="kind">What passes along it.</param>
    /// <param name="trust">τ.</param>
    /// <param name="distance">Kilometres.</param>
    public void Add(int from, int to, ClusterTieKind kind, double trust, double distance)
    {
        if (Count == _from.Length)
        {
            Grow(Math.Max(16, Count * 3 / 2));
        }

        (_from[Count], _to[Count], _kind[Count], _distance[Count]) = (from, to, kind, distance);
        (_trust[Count], _trustNext[Count], _age[Count], _lastUsed[Count], _removed[Count]) = (trust, trust, 0, -1, false);
        Count++;
        Changed = true;
    }

    /// <summary>Marks a tie for removal at the next rebuilding.</summary>
    /// <param name="tie">The tie.</param>
    public void Remove(int tie)
    {
        _removed[tie] = true;
        Changed = true;
    }

    /// <summary>Makes τ(t+1) the present and builds the view again if ties changed.</summary>
    /// <param name="firms">The slots in use.</param>
    public void Commit(int firms)
    {
        (_trust, _trustNext) = (_trustNext, _trust);
        if (Changed || firms != _outside.Length)
        {
            Rebuild(firms);
        }

        Array.Copy(_trust, _trustNext, Count);
    }

    /// <summary>Drops the ties that were removed and builds the view by firm.</summary>
    /// <param name="firms">The slots in use.</param>
    public void Rebuild(int firms)
    {
        Compact();
        _first = new int[firms + 1];
        _outside = new int[firms];
        for (int tie = 0; tie < Count; tie++)
        {
            if (_from[tie] == _to[tie])
            {
                _outside[_from[tie]]++;
                continue;
            }

            _first[_from[tie] + 1]++;
            _first[_to[tie] + 1]++;
        }

        for (int firm = 0; firm < firms; firm++)
        {
            _first[firm + 1] += _first[firm];
        }

        MakeEntries(_first[firms]);
        int[] next = _first[..firms];
        for (int tie = 0; tie < Count; tie++)
        {
            if (_from[tie] != _to[tie])
            {
                Enter(next, _from[tie], _to[tie], tie);
                Enter(next, _to[tie], _from[tie], tie);
            }
        }

        Changed = false;
    }

    /// <summary>Takes over all that another run holds. The view is shared: rebuilding makes a new one.</summary>
    /// <param name="other">The other run's ties.</param>
    public void CopyFrom(TieColumns other)
    {
        if (_from.Length < other.Count)
        {
            Grow(other._from.Length);
        }

        (Count, Changed) = (other.Count, other.Changed);
        Array.Copy(other._from, _from, Count);
        Array.Copy(other._to, _to, Count);
        Array.Copy(other._kind, _kind, Count);
        Array.Copy(other._trust, _trust, Count);
        Array.Copy(other._trustNext, _trustNext, Count);
        Array.Copy(other._distance, _distance, Count);
        Array.Copy(other._age, _age, Count);
        Array.Copy(other._lastUsed, _lastUsed, Count);
        Array.Copy(other._removed, _removed, Count);
        (_first, _partner, _tie, _outside) = (other._first, other._partner, other._tie, other._outside);
        _ownsEntries = false;
        if (other._ownsEntries) // else the start, which many threads read
        {
            other._ownsEntries = false;
        }
    }

    private void MakeEntries(int entries)
    {
        if (!_ownsEntries || _partner.Length < entries)
        {
            int length = _ownsEntries ? entries + (entries / 16) : entries;
            (_partner, _tie, _ownsEntries) = (new int[length], new int[length], true);
        }
    }

    private void Enter(int[] next, int firm, int partner, int tie)
    {
        int entry = next[firm]++;
        (_partner[entry], _tie[entry]) = (partner, tie);
    }

    private void Compact()
    {
        int kept = 0;
        for (int tie = 0; tie < Count; tie++)
        {
            if (_removed[tie])
            {
                continue;
            }

            (_from[kept], _to[kept], _kind[kept], _distance[kept]) = (_from[tie], _to[tie], _kind[tie], _distance[tie]);
            (_trust[kept], _trustNext[kept], _age[kept], _lastUsed[kept]) = (_trust[tie], _trustNext[tie], _age[tie], _lastUsed[tie]);
            _removed[kept++] = false;
        }

        Count = kept;
    }

    private void Grow(int capacity)
    {
        Array.Resize(ref _from, capacity);
        Array.Resize(ref _to, capacity);
        Array.Resize(ref _kind, capacity);
        Array.Resize(ref _trust, capacity);
        Array.Resize(ref _trustNext, capacity);
        Array.Resize(ref _distance, capacity);
        Array.Resize(ref _age, capacity);
        Array.Resize(ref _lastUsed, capacity);
        Array.Resize(ref _removed, capacity);
    }
}
