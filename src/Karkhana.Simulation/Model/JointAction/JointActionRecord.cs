namespace Karkhana.Simulation;

/// <summary>Who contributed to each joint action of a quarter: what ties may grow from.</summary>
internal sealed class JointActionRecord
{
    private readonly List<int> _members = [];
    private readonly List<int> _ends = [];

    /// <summary>Gets the number of joint actions.</summary>
    public int Count => _ends.Count;

    /// <summary>Gives the slots of those who contributed.</summary>
    /// <param name="group">The joint action.</param>
    /// <returns>The slots, the proposer first.</returns>
    public ReadOnlySpan<int> Members(int group)
    {
        int first = group == 0 ? 0 : _ends[group - 1];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_members)[first.._ends[group]];
    }

    /// <summary>Adds a joint action.</summary>
    /// <param name="members">The slots of those who contributed.</param>
    public void Add(ReadOnlySpan<int> members)
    {
        foreach (int member in members)
        {
            _members.Add(member);
        }

        _ends.Add(_members.Count);
    }

    /// <summary>Begins a quarter.</summary>
    public void Clear()
    {
        _members.Clear();
        _ends.Clear();
    }
}
