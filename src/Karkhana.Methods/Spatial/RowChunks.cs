using Karkhana.Core.Execution;

namespace Karkhana.Methods.Spatial;

/// <summary>Rows of numbers, one per replicate, kept as the blocks that computed them: joining copies
/// nothing.</summary>
internal sealed class RowChunks : IPartialResult<RowChunks>
{
    private readonly List<double[]> _rows;

    public RowChunks(IEnumerable<double[]> rows) => _rows = [.. rows];

    public int Count => _rows.Count;

    public ReadOnlySpan<double> this[int row] => _rows[row];

    public RowChunks Merge(RowChunks next)
    {
        _rows.AddRange(next._rows);
        return this;
    }

    /// <summary>Cuts the same piece out of every row.</summary>
    public ReplicateRows Slice(int first, int width)
    {
        double[] values = new double[_rows.Count * width];
        for (int row = 0; row < _rows.Count; row++)
        {
            _rows[row].AsSpan(first, width).CopyTo(values.AsSpan(row * width));
        }

        return new ReplicateRows(width, values);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_rows.Count);
        foreach (double[] row in _rows)
        {
            new ReplicateRows(row.Length, row).Write(writer);
        }
    }

    public static RowChunks Read(BinaryReader reader)
    {
        double[][] rows = new double[reader.ReadInt32()][];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = ReplicateRows.Read(reader).Values;
        }

        return new RowChunks(rows);
    }
}
