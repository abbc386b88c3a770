using Karkhana.Core.Errors;

namespace Karkhana.Core.Execution;

/// <summary>A partial result with one row of numbers per replicate: simulated curves, bootstrap estimates.</summary>
/// <param name="Width">The length of a row.</param>
/// <param name="Values">The rows one after another.</param>
public sealed record ReplicateRows(int Width, double[] Values) : IPartialResult<ReplicateRows>
{
    /// <summary>Gets the number of rows.</summary>
    public int Count => Width == 0 ? 0 : Values.Length / Width;

    /// <summary>Gives one row.</summary>
    /// <param name="row">The zero-based row.</param>
    /// <returns>The numbers.</returns>
    public ReadOnlySpan<double> Row(int row) => Values.AsSpan(row * Width, Width);

    /// <summary>Copies what all rows hold at one position.</summary>
    /// <param name="position">The zero-based position within a row.</param>
    /// <param name="target">Receives one number per row.</param>
    public void CopyColumn(int position, Span<double> target)
    {
        Require.SameLength(Count, target.Length, nameof(target));
        for (int row = 0; row < target.Length; row++)
        {
            target[row] = Row(row)[position];
        }
    }

    /// <summary>Gives what all rows hold at one position.</summary>
    /// <param name="position">The zero-based position within a row.</param>
    /// <returns>One number per row.</returns>
    public double[] Column(int position)
    {
        double[] column = new double[Count];
        CopyColumn(position, column);
        return column;
    }

    /// <inheritdoc/>
    public ReplicateRows Merge(ReplicateRows next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Require.That(next.Width == Width, nameof(next), $"must have rows of {Width} numbers; it had {next.Width}");
        return new ReplicateRows(Width, [.. Values, .. next.Values]);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Width);
        writer.Write(Values.Length);
        foreach (double value in Values)
        {
            writer.Write(value);
        }
    }

    /// <inheritdoc/>
    public static ReplicateRows Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        int width = reader.ReadInt32();
        double[] values = new double[reader.ReadInt32()];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadDouble();
        }

        return new ReplicateRows(width, values);
    }
}
