using Karkhana.Core.Kernels;

namespace Karkhana.Simulation;

/// <summary>Who lies near whom: for each firm the nearest others within reach with the weights exp(−d / r0).</summary>
/// <remarks>
/// Entries are in the order of slots. The object never changes and is shared between runs. Cost: n log n for the index and
/// about log n + k per firm with k neighbours, at most the limit; memory 12 bytes an entry.
/// </remarks>
internal sealed class NeighbourRows
{
    private const int Dense = 20; // so many times the limit: beyond it the nearest are searched, not the whole reach

    private readonly int[] _first;
    private readonly int[] _slot;
    private readonly double[] _weight;
    private readonly double[] _total;

    private NeighbourRows(int[] first, int[] slot, double[] weight, double[] total)
    {
        _first = first;
        _slot = slot;
        _weight = weight;
        _total = total;
    }

    /// <summary>Gets the slots that have rows.</summary>
    public int Count => _total.Length;

    /// <summary>Gets where each row begins, one more at the end.</summary>
    public int[] First => _first;

    /// <summary>Gets the slot of the neighbour, by entry.</summary>
    public int[] Slot => _slot;

    /// <summary>Gets exp(−d / r0), by entry.</summary>
    public double[] Weight => _weight;

    /// <summary>Gets the sum of the weights, by row: the density of firms around it.</summary>
    public double[] Total => _total;

    /// <summary>Finds the neighbours of all firms that are alive.</summary>
    /// <param name="firms">The firms.</param>
    /// <param name="reach">r_max, km.</param>
    /// <param name="decay">r0, km.</param>
    /// <param name="limit">The greatest number of neighbours of a firm.</param>
    /// <returns>The rows; those of empty slots are empty.</returns>
    public static NeighbourRows Of(FirmColumns firms, double reach, double decay, int limit)
    {
        int[] alive = [.. Enumerable.Range(0, firms.Count).Where(slot => firms.Alive[slot])];
        int[] first = new int[firms.Count + 1];
        if (alive.Length == 0)
        {
            return new NeighbourRows(first, [], [], new double[firms.Count]);
        }

        PointIndex index = PointIndex.Of([.. alive.Select(slot => firms.X[slot])], [.. alive.Select(slot => firms.Y[slot])]);
        Search search = new(index, reach, limit, alive.Length > (long)Dense * limit);
        List<int> slots = new(alive.Length * 8);
        List<double> weights = new(alive.Length * 8);
        double[] total = new double[firms.Count];
        for (int position = 0; position < alive.Length; position++)
        {
            int slot = alive[position];
            foreach ((int other, double squared) in search.Around(position, firms.X[slot], firms.Y[slot]))
            {
                double weight = Math.Exp(-Math.Sqrt(squared) / decay);
                slots.Add(alive[other]);
                weights.Add(weight);
                total[slot] += weight;
            }

            first[slot + 1] = slots.Count;
        }

        for (int slot = 0; slot < firms.Count; slot++)
        {
            first[slot + 1] = Math.Max(first[slot + 1], first[slot]); // empty slots have empty rows
        }

        return new NeighbourRows(first, [.. slots], [.. weights], total);
    }

    /// <summary>Looks around one firm after another with the same buffers.</summary>
    private sealed class Search(PointIndex index, double reach, int limit, bool dense)
    {
        private readonly List<(int Position, double SquaredDistance)> _found = [];
        private readonly int[] _nearest = new int[dense ? limit : 0];
        private readonly double[] _squared = new double[dense ? limit : 0];

        public List<(int Position, double SquaredDistance)> Around(int position, double x, double y)
        {
            if (dense)
            {
                CollectNearest(position, x, y);
            }
            else
            {
                index.Within(x, y, reach, _found);
                _found.RemoveAll(found => found.Position == position);
                if (_found.Count > limit)
                {
                    _found.Sort(static (a, b) => a.SquaredDistance != b.SquaredDistance
                        ? a.SquaredDistance.CompareTo(b.SquaredDistance) : a.Position.CompareTo(b.Position));
                    _found.RemoveRange(limit, _found.Count - limit);
                }
            }

            _found.Sort(static (a, b) => a.Position.CompareTo(b.Position));
            return _found;
        }

        private void CollectNearest(int position, double x, double y)
        {
            int count = index.Nearest(x, y, _nearest, _squared, position);
            _found.Clear();
            for (int i = 0; i < count && _squared[i] <= reach * reach; i++)
            {
                _found.Add((_nearest[i], _squared[i]));
            }
        }
    }
}
