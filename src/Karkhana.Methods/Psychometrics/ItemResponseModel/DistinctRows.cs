using System.Runtime.InteropServices;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Numbers the distinct rows of a table of bytes in the order in which they first appear.</summary>
internal sealed class DistinctRows : IEqualityComparer<int>
{
    private readonly byte[] _table;
    private readonly int _width;

    private DistinctRows(byte[] table, int width)
    {
        _table = table;
        _width = width;
    }

    /// <summary>Numbers the rows.</summary>
    /// <param name="table">The rows one after another.</param>
    /// <param name="width">The length of a row.</param>
    /// <returns>The number of each row, and the first row with each number.</returns>
    public static (int[] Numbers, List<int> First) Of(byte[] table, int width)
    {
        int[] numbers = new int[table.Length / width];
        List<int> first = [];
        Dictionary<int, int> known = new(new DistinctRows(table, width));
        for (int row = 0; row < numbers.Length; row++)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, row, out bool exists);
            if (!exists)
            {
                number = first.Count;
                first.Add(row);
            }

            numbers[row] = number;
        }

        return (numbers, first);
    }

    /// <inheritdoc/>
    public bool Equals(int x, int y) => Row(x).SequenceEqual(Row(y));

    /// <inheritdoc/>
    public int GetHashCode(int obj)
    {
        HashCode hash = default;
        hash.AddBytes(Row(obj));
        return hash.ToHashCode();
    }

    private ReadOnlySpan<byte> Row(int row) => _table.AsSpan(row * _width, _width);
}
