using Karkhana.Core.Errors;

namespace Karkhana.Core.Kernels;

/// <summary>Rows sorted by the group they belong to, those of one group in their order.</summary>
/// <remarks>Counting sort: linear in rows and groups. Memory: 4 bytes a row and a group.</remarks>
public sealed class GroupedRows
{
    private readonly int[] _starts;
    private readonly int[] _rows;

    /// <summary>Sorts rows.</summary>
    /// <param name="groupOf">The group of each row, from 0; less than 0 for a row that is left out.</param>
    /// <param name="groups">The number of groups.</param>
    public GroupedRows(ReadOnlySpan<int> groupOf, int groups)
    {
        Require.Between(groups, 0, int.MaxValue - 1, nameof(groups));
        _starts = new int[groups + 1];
        foreach (int group in groupOf)
        {
            if (group >= 0)
            {
                _starts[group + 1]++;
            }
        }

        for (int group = 0; group < groups; group++)
        {
            _starts[group + 1] += _starts[group];
        }

        int[] next = [.. _starts];
        _rows = new int[_starts[groups]];
        for (int row = 0; row < groupOf.Length; row++)
        {
            if (groupOf[row] >= 0)
            {
                _rows[next[groupOf[row]]++] = row;
            }
        }
    }

    /// <summary>Gets the number of groups.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Gets where each group begins in <see cref="Rows"/>, and at last where the last one ends.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>Gets the rows, group after group.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>Gives the rows of a group, ascending.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The rows.</returns>
    public ReadOnlySpan<int> Of(int group) => _rows.AsSpan(_starts[group], _starts[group + 1] - _starts[group]);
}
