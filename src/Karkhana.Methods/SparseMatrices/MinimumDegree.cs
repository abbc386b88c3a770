namespace Karkhana.Methods.SparseMatrices;

/// <summary>An order of elimination from the links alone: next comes the row with the fewest links left, about.</summary>
/// <remarks>
/// Quotient graph: an eliminated row becomes an element that stands for the links among its neighbours. Degrees are upper
/// bounds; rows with the same links are one; elements inside another are dropped. Rows with more than 10√n links come last,
/// untouched. Cost: about linear in the links on maps. Source: Amestoy, Davis and Duff 1996, doi:10.1137/S0895479894278952.
/// </remarks>
internal sealed class MinimumDegree
{
    private readonly int[][] _variables;
    private readonly int[] _variableCounts;
    private readonly int[][] _elements;
    private readonly int[] _elementCounts;
    private readonly int[]?[] _members;
    private readonly int[] _sizes;
    private readonly int[] _weights;
    private readonly int[] _into;
    private readonly int[] _bounds;
    private readonly int[] _marks;
    private readonly int[] _touched;
    private readonly int[] _outside;
    private readonly int[] _hashHeads;
    private readonly int[] _hashNext;
    private readonly long[] _hashes;
    private readonly DegreeBuckets _buckets;
    private int _stamp;
    private int _left;

    private MinimumDegree(CsrMatrix pattern)
    {
        int n = pattern.Order;
        _variables = new int[n][];
        _variableCounts = new int[n];
        _elements = new int[n][];
        _elementCounts = new int[n];
        _members = new int[n][];
        (_sizes, _weights, _into, _bounds) = (new int[n], new int[n], new int[n], new int[n]);
        (_marks, _touched, _outside) = (new int[n], new int[n], new int[n]);
        (_hashHeads, _hashNext, _hashes) = (new int[n], new int[n], new long[n]);
        _buckets = new DegreeBuckets(n);
        Array.Fill(_into, -1);
        Array.Fill(_hashHeads, -1);
        Load(pattern);
    }

    /// <summary>Gives the rows in the order in which they are to be eliminated.</summary>
    /// <param name="pattern">A matrix with symmetric pattern; its diagonal is not looked at.</param>
    public static int[] Order(CsrMatrix pattern)
    {
        MinimumDegree graph = new(pattern);
        List<int> pivots = [];
        while (graph._left > 0)
        {
            int pivot = graph._buckets.TakeLeast();
            pivots.Add(pivot);
            graph.Eliminate(pivot);
        }

        return graph.Unfold(pivots);
    }

    private void Load(CsrMatrix pattern)
    {
        int n = pattern.Order;
        int most = Math.Max(16, (int)(10 * Math.Sqrt(n)));
        for (int row = 0; row < n; row++)
        {
            _weights[row] = pattern.Starts[row + 1] - pattern.Starts[row] > most ? 0 : 1;
            _left += _weights[row];
        }

        for (int row = 0; row < n; row++)
        {
            _elements[row] = new int[4];
            _variables[row] = [];
            if (_weights[row] > 0)
            {
                ReadOnlySpan<int> columns = pattern.Columns.AsSpan(pattern.Starts[row], pattern.Starts[row + 1] - pattern.Starts[row]);
                int[] others = new int[columns.Length];
                foreach (int column in columns)
                {
                    if (column != row && _weights[column] > 0)
                    {
                        others[_variableCounts[row]++] = column;
                    }
                }

                _variables[row] = others;
                _bounds[row] = _variableCounts[row];
                _buckets.Add(row, _bounds[row]);
            }
        }
    }

    private void Eliminate(int pivot)
    {
        _stamp++;
        int weight = _weights[pivot];
        _weights[pivot] = 0;
        int[] members = Neighbours(pivot);
        CountOutside(members);
        foreach (int row in members)
        {
            _buckets.Remove(row, _bounds[row]);
            int bound = Prune(row, pivot);
            if (_elementCounts[row] == 1 && _variableCounts[row] == 0)
            {
                weight += _weights[row]; // linked with nothing but this element: it can go at once
                Join(row, pivot);
            }
            else
            {
                _bounds[row] = Math.Min(_bounds[row], bound);
                MergeTwin(row);
            }
        }

        Close(pivot, members);
        _left -= weight;
    }

    /// <summary>Gives the rows that the pivot is linked with, directly or through elements, which it takes in.</summary>
    private int[] Neighbours(int pivot)
    {
        List<int> members = [];
        Collect(_variables[pivot].AsSpan(0, _variableCounts[pivot]), members);
        foreach (int element in _elements[pivot].AsSpan(0, _elementCounts[pivot]))
        {
            if (_members[element] is { } rows)
            {
                Collect(rows, members);
                _members[element] = null;
            }
        }

        (_variables[pivot], _elements[pivot]) = ([], []);
        return [.. members];
    }

    private void Collect(ReadOnlySpan<int> rows, List<int> members)
    {
        foreach (int row in rows)
        {
            if (_weights[row] > 0 && _marks[row] != _stamp)
            {
                _marks[row] = _stamp;
                members.Add(row);
            }
        }
    }

    /// <summary>Counts, for each element that the members know, its rows that are no members.</summary>
    private void CountOutside(int[] members)
    {
        foreach (int row in members)
        {
            foreach (int element in _elements[row].AsSpan(0, _elementCounts[row]))
            {
                if (_touched[element] != _stamp)
                {
                    (_touched[element], _outside[element]) = (_stamp, _sizes[element]);
                }

                _outside[element] -= _weights[row];
            }
        }
    }

    /// <summary>Drops what the new element says already, adds it, and gives the weight of the other links.</summary>
    private int Prune(int row, int pivot)
    {
        int[] elements = _elements[row];
        (int kept, int bound, long hash) = (0, 0, pivot);
        foreach (int element in elements.AsSpan(0, _elementCounts[row]))
        {
            if (_members[element] is not null && _outside[element] > 0)
            {
                elements[kept++] = element;
                bound += _outside[element];
                hash += element;
            }
            else
            {
                _members[element] = null;
            }
        }

        if (kept == elements.Length)
        {
            Array.Resize(ref elements, 2 * kept);
            _elements[row] = elements;
        }

        elements[kept++] = pivot;
        _elementCounts[row] = kept;
        int[] variables = _variables[row];
        int links = 0;
        foreach (int other in variables.AsSpan(0, _variableCounts[row]))
        {
            if (_weights[other] > 0 && _marks[other] != _stamp)
            {
                variables[links++] = other;
                bound += _weights[other];
                hash += other;
            }
        }

        _variableCounts[row] = links;
        _hashes[row] = hash;
        return bound;
    }

    /// <summary>Joins a member with an earlier one that has the same links, or keeps it for later ones to find.</summary>
    private void MergeTwin(int row)
    {
        int bucket = (int)(_hashes[row] % _hashHeads.Length);
        for (int other = _hashHeads[bucket]; other >= 0; other = _hashNext[other])
        {
            if (_hashes[other] == _hashes[row] && SameLinks(other, row))
            {
                _weights[other] += _weights[row];
                Join(row, other);
                return;
            }
        }

        _hashNext[row] = _hashHeads[bucket];
        _hashHeads[bucket] = row;
    }

    private bool SameLinks(int left, int right) =>
        _elementCounts[left] == _elementCounts[right] && _variableCounts[left] == _variableCounts[right]
        && HoldsAll(_elements[left].AsSpan(0, _elementCounts[left]), _elements[right].AsSpan(0, _elementCounts[right]))
        && HoldsAll(_variables[left].AsSpan(0, _variableCounts[left]), _variables[right].AsSpan(0, _variableCounts[right]));

    private static bool HoldsAll(ReadOnlySpan<int> set, ReadOnlySpan<int> items)
    {
        foreach (int item in items)
        {
            if (!set.Contains(item))
            {
                return false;
            }
        }

        return true;
    }

    private void Join(int row, int into)
    {
        _weights[row] = 0;
        _into[row] = into;
        (_variables[row], _elements[row]) = ([], []);
        (_variableCounts[row], _elementCounts[row]) = (0, 0);
    }

    /// <summary>Makes the pivot an element of the members that are left, and files these by their new bounds.</summary>
    private void Close(int pivot, int[] members)
    {
        int[] rows = Array.FindAll(members, row => _weights[row] > 0);
        int size = 0;
        foreach (int row in rows)
        {
            size += _weights[row];
            _hashHeads[(int)(_hashes[row] % _hashHeads.Length)] = -1;
        }

        _members[pivot] = rows;
        _sizes[pivot] = size;
        foreach (int row in rows)
        {
            _bounds[row] = Math.Min(_left - 1, _bounds[row] + size - _weights[row]);
            _buckets.Add(row, _bounds[row]);
        }
    }

    /// <summary>Lists each pivot after the rows that were joined with it; rows that were left out come last.</summary>
    private int[] Unfold(List<int> pivots)
    {
        int[] order = new int[_into.Length];
        int[] places = new int[_into.Length];
        Array.Fill(places, pivots.Count);
        for (int place = 0; place < pivots.Count; place++)
        {
            places[pivots[place]] = place;
        }

        for (int row = 0; row < order.Length; row++)
        {
            int root = row;
            while (_into[root] >= 0)
            {
                root = _into[root];
            }

            (order[row], places[row]) = (row, places[root]);
        }

        Array.Sort([.. places.Select((place, row) => ((long)place * order.Length) + row)], order);
        return order;
    }
}
