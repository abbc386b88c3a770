namespace Karkhana.Methods.SparseMatrices;

/// <summary>Rows filed by a number from 0 to n − 1, so that one with the least number is found at once.</summary>
/// <param name="count">The number of rows.</param>
internal sealed class DegreeBuckets(int count)
{
    private readonly int[] _heads = [.. Enumerable.Repeat(-1, count)];
    private readonly int[] _next = new int[count];
    private readonly int[] _before = new int[count];
    private int _least = count;

    public void Add(int row, int degree)
    {
        int first = _heads[degree];
        (_next[row], _before[row]) = (first, -1);
        if (first >= 0)
        {
            _before[first] = row;
        }

        _heads[degree] = row;
        _least = Math.Min(_least, degree);
    }

    public void Remove(int row, int degree)
    {
        (int next, int before) = (_next[row], _before[row]);
        if (next >= 0)
        {
            _before[next] = before;
        }

        if (before >= 0)
        {
            _next[before] = next;
        }
        else
        {
            _heads[degree] = next;
        }
    }

    /// <summary>Takes out one of the rows with the least number; there must be one.</summary>
    public int TakeLeast()
    {
        while (_heads[_least] < 0)
        {
            _least++;
        }

        int row = _heads[_least];
        Remove(row, _least);
        return row;
    }
}
