using Karkhana.Core.Errors;

namespace Karkhana.Core.Execution;

/// <summary>A partial result that adds up: counts and sums over blocks.</summary>
/// <remarks>Blocks are added from the first to the last; whole numbers below 2⁵³ are exact.</remarks>
/// <param name="Values">The sums.</param>
public sealed record ReplicateSums(double[] Values) : IPartialResult<ReplicateSums>
{
    /// <inheritdoc/>
    public ReplicateSums Merge(ReplicateSums next)
    {
        ArgumentNullException.ThrowIfNull(next);
        Require.SameLength(Values.Length, next.Values.Length, nameof(next));
        double[] sums = new double[Values.Length];
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] = Values[i] + next.Values[i];
        }

        return new ReplicateSums(sums);
    }

    /// <inheritdoc/>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Values.Length);
        foreach (double value in Values)
        {
            writer.Write(value);
        }
    }

    /// <inheritdoc/>
    public static ReplicateSums Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        double[] values = new double[reader.ReadInt32()];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = reader.ReadDouble();
        }

        return new ReplicateSums(values);
    }
}
