namespace Karkhana.Methods.Spatial;

/// <summary>Sets that are joined two by two; each is known by its least member.</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parents;

    /// <summary>Initialises one set per member.</summary>
    public DisjointSets(int members) => _parents = [.. Enumerable.Range(0, members)];

    /// <summary>Gives the least member of a member's set.</summary>
    public int Find(int member)
    {
        while (_parents[member] != member)
        {
            _parents[member] = _parents[_parents[member]]; // halve the way for the next one
            member = _parents[member];
        }

        return member;
    }

    /// <summary>Joins two sets.</summary>
    /// <returns>False when they were one already.</returns>
    public bool Join(int left, int right)
    {
        (left, right) = (Find(left), Find(right));
        if (left == right)
        {
            return false;
        }

        _parents[Math.Max(left, right)] = Math.Min(left, right);
        return true;
    }
}
