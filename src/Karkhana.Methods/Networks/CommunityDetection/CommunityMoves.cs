using Karkhana.Core.Randomness;

namespace Karkhana.Methods.Networks;

/// <summary>Moves nodes to the community that raises modularity most, until no move does.</summary>
/// <remarks>Only nodes whose neighbourhood changed are looked at again (Traag, Waltman and van Eck 2019).</remarks>
internal sealed class CommunityMoves
{
    // A gain below this share of all strength is rounding, and would let nodes wander for ever.
    private const double LeastGain = 1e-12;

    private readonly CommunityLevel _level;
    private readonly double _scale;
    private readonly int[] _members;
    private readonly double[] _strengths;
    private readonly double[] _ties;
    private readonly int[] _seen;
    private readonly Stack<int> _free = new();

    public CommunityMoves(CommunityLevel level, int[] communities, double resolution)
    {
        _level = level;
        Communities = communities;
        _scale = resolution / level.Total;
        _members = new int[level.Count];
        _strengths = new double[level.Count];
        _ties = new double[level.Count];
        _seen = new int[level.Count];
        for (int node = 0; node < level.Count; node++)
        {
            _members[communities[node]]++;
            _strengths[communities[node]] += level.Strengths[node];
        }

        for (int community = level.Count - 1; community >= 0; community--)
        {
            if (_members[community] == 0)
            {
                _free.Push(community);
            }
        }
    }

    /// <summary>Gets the community of each node.</summary>
    public int[] Communities { get; }

    /// <summary>Moves nodes, first in random order.</summary>
    /// <returns>Whether any node moved.</returns>
    public bool Run(RandomStream stream, CancellationToken cancellationToken)
    {
        int[] queue = [.. Enumerable.Range(0, _level.Count)];
        stream.Shuffle<int>(queue);
        bool[] waiting = new bool[queue.Length];
        Array.Fill(waiting, true);
        (int head, int length, bool moved) = (0, queue.Length, false);
        while (length > 0)
        {
            int node = queue[head];
            head = head + 1 == queue.Length ? 0 : head + 1;
            length--;
            waiting[node] = false;
            if (head == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (!Move(node))
            {
                continue;
            }

            moved = true;
            for (int k = _level.Rows.Starts[node]; k < _level.Rows.Starts[node + 1]; k++)
            {
                int neighbour = _level.Rows.Targets[k];
                if (!waiting[neighbour] && Communities[neighbour] != Communities[node])
                {
                    waiting[neighbour] = true;
                    int tail = head + length++;
                    queue[tail >= queue.Length ? tail - queue.Length : tail] = neighbour;
                }
            }
        }

        return moved;
    }

    private bool Move(int node)
    {
        int own = Communities[node];
        double strength = _level.Strengths[node];
        int touched = Gather(node);
        _strengths[own] -= strength;
        double stay = _ties[own] - (_scale * strength * _strengths[own]);
        (int best, double bestGain) = (own, stay + (LeastGain * _level.Total));
        for (int i = 0; i < touched; i++)
        {
            int community = _seen[i];
            double gain = _ties[community] - (_scale * strength * _strengths[community]);
            if (gain > bestGain)
            {
                (best, bestGain) = (community, gain);
            }

            _ties[community] = 0;
        }

        _ties[own] = 0;
        if (bestGain < -LeastGain * _level.Total && _members[own] > 1 && _free.Count > 0)
        {
            best = _free.Pop(); // alone is better than anywhere
        }

        _strengths[best] += strength;
        if (best == own)
        {
            return false;
        }

        Communities[node] = best;
        _members[best]++;
        if (--_members[own] == 0)
        {
            _free.Push(own);
        }

        return true;
    }

    private int Gather(int node)
    {
        int touched = 0;
        for (int k = _level.Rows.Starts[node]; k < _level.Rows.Starts[node + 1]; k++)
        {
            int community = Communities[_level.Rows.Targets[k]];
            if (_ties[community] == 0)
            {
                _seen[touched++] = community;
            }

            _ties[community] += _level.Rows.Values[k];
        }

        return touched;
    }
}
