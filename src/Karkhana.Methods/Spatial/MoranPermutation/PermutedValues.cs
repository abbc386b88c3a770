using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Values on a map and the orders of them under which a statistic is simulated.</summary>
/// <param name="Data">The values and weights.</param>
/// <param name="Permutations">One order per row: unit i takes the value of the row's i-th position, from 0.</param>
public sealed record PermutedValues(SpatialValues Data, IReadOnlyList<int[]> Permutations)
{
    /// <summary>Reads the inputs <c>values</c>, <c>weights</c> and <c>permutations</c> of a request; positions there
    /// count from 1.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The values and orders.</returns>
    public static PermutedValues Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("permutations");
        double[][] columns = [.. table.UnboundColumns().Select(table.NumbersOf)];
        int[][] permutations = new int[table.RowCount][];
        for (int row = 0; row < permutations.Length; row++)
        {
            permutations[row] = new int[columns.Length];
            for (int unit = 0; unit < columns.Length; unit++)
            {
                double position = columns[unit][row];
                bool whole = position >= 1 && position <= columns.Length && position == Math.Floor(position);
                Require.That(whole, "permutations", whole ? "" : FormattableString.Invariant($"must hold whole positions from 1 to {columns.Length}; row {row + 1} held {position}"));
                permutations[row][unit] = (int)position - 1;
            }
        }

        return new PermutedValues(SpatialValues.Read(request), permutations);
    }

    /// <summary>Refuses rows that are not permutations of the units.</summary>
    internal void Check()
    {
        Require.That(Permutations.Count > 0, nameof(Permutations), "must have at least one row; it was empty");
        bool[] seen = new bool[Data.Count];
        for (int row = 0; row < Permutations.Count; row++)
        {
            Require.SameLength(Data.Count, Permutations[row].Length, nameof(Permutations));
            Array.Clear(seen);
            foreach (int unit in Permutations[row])
            {
                bool fits = unit >= 0 && unit < seen.Length && !seen[unit];
                Require.That(fits, nameof(Permutations), fits ? "" : FormattableString.Invariant($"must hold each position from 1 to {seen.Length} once; row {row + 1} did not"));
                seen[unit] = true;
            }
        }
    }
}
