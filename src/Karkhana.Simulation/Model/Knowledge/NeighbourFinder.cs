using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>Looks around one firm after another with the same buffers.</summary>
internal sealed class NeighbourFinder
{
    private const int Dense = 20; // so many times the limit: beyond it the nearest are searched, not the whole reach
    private const int Few = 64; // so many searches cost less by looking at everyone than by an index

    private readonly FirmColumns _firms;
    private readonly NeighbourSearch _search;
    private readonly int[] _alive;
    private readonly PointIndex? _index; // null where few are searched
    private readonly bool _dense;
    private readonly List<(int Position, double SquaredDistance)> _found = [];
    private readonly int[] _nearest;
    private readonly double[] _squared;

    /// <summary>Prepares the search among the firms that are alive; there must be one.</summary>
    /// <param name="firms">The firms.</param>
    /// <param name="alive">The slots that are alive, in their order.</param>
    /// <param name="search">Reach, decay and limit.</param>
    /// <param name="searches">How many firms will be looked around.</param>
    public NeighbourFinder(FirmColumns firms, int[] alive, NeighbourSearch search, int searches)
    {
        (_firms, _alive, _search) = (firms, alive, search);
        _index = searches <= Few ? null
            : PointIndex.Of([.. alive.Select(slot => firms.X[slot])], [.. alive.Select(slot => firms.Y[slot])]);
        _dense = _index is not null && alive.Length > (long)Dense * search.Limit;
        (_nearest, _squared) = (new int[_dense ? search.Limit : 0], new double[_dense ? search.Limit : 0]);
    }

    /// <summary>Finds the nearest others within reach, in the order of slots.</summary>
    /// <param name="position">The position of the firm among those that are alive.</param>
    /// <param name="slots">Receives their slots.</param>
    /// <param name="weights">Receives exp(−d / r0).</param>
    /// <returns>How many were found, at most the limit.</returns>
    public int Find(int position, Span<int> slots, Span<double> weights)
    {
        Collect(position, _firms.X[_alive[position]], _firms.Y[_alive[position]]);
        for (int i = 0; i < _found.Count; i++)
        {
            slots[i] = _alive[_found[i].Position];
            weights[i] = Math.Exp(-Math.Sqrt(_found[i].SquaredDistance) / _search.Decay);
        }

        return _found.Count;
    }

    private void Collect(int position, double x, double y)
    {
        if (_dense)
        {
            int count = _index!.Nearest(x, y, _nearest, _squared, position);
            _found.Clear();
            for (int i = 0; i < count && _squared[i] <= _search.Reach * _search.Reach; i++)
            {
                _found.Add((_nearest[i], _squared[i]));
            }
        }
        else
        {
            Within(x, y, _search.Reach);
            _found.RemoveAll(found => found.Position == position);
            if (_found.Count > _search.Limit)
            {
                _found.Sort(static (a, b) => a.SquaredDistance != b.SquaredDistance
                    ? a.SquaredDistance.CompareTo(b.SquaredDistance) : a.Position.CompareTo(b.Position));
                _found.RemoveRange(_search.Limit, _found.Count - _search.Limit);
            }
        }

        if (_index is not null || _found.Count == _search.Limit) // else they are in that order
        {
            _found.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        }
    }

    private void Within(double x, double y, double reach)
    {
        if (_index is not null)
        {
            _index.Within(x, y, reach, _found);
            return;
        }

        _found.Clear();
        for (int position = 0; position < _alive.Length; position++)
        {
            (double dx, double dy) = (_firms.X[_alive[position]] - x, _firms.Y[_alive[position]] - y);
            double squared = (dx * dx) + (dy * dy);
            if (squared <= reach * reach)
            {
                _found.Add((position, squared));
            }
        }
    }
}
