using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The standing of the firms that stay when others leave; not safe for several threads.</summary>
internal sealed class RemovalKernel
{
    private readonly Graph _given;
    private readonly Graph _either;
    private readonly bool[] _open;
    private readonly int[] _steps;
    private readonly int[] _queue;
    private readonly bool[] _reachedBefore;
    private readonly bool[] _nearBefore;
    private readonly int[] _partBefore;
    private readonly int[] _part;
    private readonly int[] _sizes;

    public RemovalKernel(Graph given, bool[] open)
    {
        _given = given;
        _either = given.Undirected();
        _open = open;
        int firms = given.NodeCount;
        (_steps, _queue, _part, _sizes) = (new int[firms], new int[firms], new int[firms], new int[firms]);
        bool[] nobody = new bool[firms];
        Spread(nobody);
        _reachedBefore = [.. _steps.Select(steps => steps >= 0)];
        _nearBefore = [.. _steps.Select(steps => steps is 0 or 1)];
        Split(nobody);
        _partBefore = [.. _part];
    }

    /// <summary>Gives the standing of all firms.</summary>
    public NetworkStanding Before()
    {
        int firms = _open.Length;
        return new NetworkStanding(
            _reachedBefore.Count(reached => reached) / (double)firms,
            _nearBefore.Count(near => near) / (double)firms,
            1 - (JoinedPairs(_partBefore, new bool[firms]) / Pairs(firms)),
            _given.TieCount / (2 * Pairs(firms)));
    }

    /// <summary>Gives what those that stay lose.</summary>
    public GatekeeperLoss Of(bool[] leaves)
    {
        Spread(leaves);
        Split(leaves);
        int stay = 0;
        int reached = 0;
        int near = 0;
        int ties = 0;
        for (int firm = 0; firm < leaves.Length; firm++)
        {
            if (leaves[firm])
            {
                continue;
            }

            stay++;
            reached += _reachedBefore[firm] && _steps[firm] < 0 ? 1 : 0;
            near += _nearBefore[firm] && _steps[firm] is not (0 or 1) ? 1 : 0;
            foreach (int other in _given.Targets(firm))
            {
                ties += leaves[other] ? 0 : 1;
            }
        }

        double lost = JoinedPairs(_partBefore, leaves) - JoinedPairs(_part, leaves);
        return new GatekeeperLoss(
            reached / (double)stay, near / (double)stay, lost / Pairs(stay),
            (_given.TieCount / (2 * Pairs(leaves.Length))) - (ties / (2 * Pairs(stay))));
    }

    private static double Pairs(double firms) => firms * (firms - 1) / 2;

    // Steps from the nearest open firm that stays; −1 where none is in reach.
    private void Spread(bool[] leaves)
    {
        int end = 0;
        for (int firm = 0; firm < leaves.Length; firm++)
        {
            bool starts = _open[firm] && !leaves[firm];
            _steps[firm] = starts ? 0 : -1;
            if (starts)
            {
                _queue[end++] = firm;
            }
        }

        for (int next = 0; next < end; next++)
        {
            foreach (int target in _given.Targets(_queue[next]))
            {
                if (_steps[target] < 0 && !leaves[target])
                {
                    _steps[target] = _steps[_queue[next]] + 1;
                    _queue[end++] = target;
                }
            }
        }
    }

    private void Split(bool[] leaves)
    {
        Array.Fill(_part, -1);
        int parts = 0;
        for (int start = 0; start < leaves.Length; start++)
        {
            if (_part[start] >= 0 || leaves[start])
            {
                continue;
            }

            int end = 1;
            (_queue[0], _part[start]) = (start, parts);
            for (int next = 0; next < end; next++)
            {
                foreach (int target in _either.Targets(_queue[next]))
                {
                    if (_part[target] < 0 && !leaves[target])
                    {
                        _part[target] = parts;
                        _queue[end++] = target;
                    }
                }
            }

            parts++;
        }
    }

    private double JoinedPairs(int[] parts, bool[] leaves)
    {
        Array.Clear(_sizes);
        for (int firm = 0; firm < parts.Length; firm++)
        {
            if (!leaves[firm])
            {
                _sizes[parts[firm]]++;
            }
        }

        double pairs = 0;
        foreach (int size in _sizes)
        {
            pairs += Pairs(size);
        }

        return pairs;
    }
}
