using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Core.Inference;

/// <summary>Orders of the units that a caller gives, so that a permutation test can be repeated elsewhere.</summary>
public static class GivenPermutations
{
    /// <summary>Reads one order, or one resample, per row; columns other than the id hold positions from 1.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The orders, with positions from 0.</returns>
    /// <exception cref="ArgumentException">A cell is not a position.</exception>
    public static int[][] Read(BoundTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        double[][] columns = [.. table.UnboundColumns().Select(table.NumbersOf)];
        int[][] permutations = new int[table.RowCount][];
        for (int row = 0; row < permutations.Length; row++)
        {
            permutations[row] = new int[columns.Length];
            for (int unit = 0; unit < columns.Length; unit++)
            {
                double position = columns[unit][row];
                bool whole = position >= 1 && position <= columns.Length && position == Math.Floor(position);
                Require.That(whole, table.Input, whole ? "" : FormattableString.Invariant($"must hold whole positions from 1 to {columns.Length}; row {row + 1} held {position}"));
                permutations[row][unit] = (int)position - 1;
            }
        }

        return permutations;
    }

    /// <summary>Refuses rows that do not hold every position once.</summary>
    /// <param name="permutations">The orders.</param>
    /// <param name="units">How many units there are.</param>
    /// <exception cref="ArgumentException">There is no row, or a row is not a permutation.</exception>
    public static void Check(IReadOnlyList<int[]> permutations, int units)
    {
        ArgumentNullException.ThrowIfNull(permutations);
        Require.That(permutations.Count > 0, nameof(permutations), "must have at least one row; it was empty");
        bool[] seen = new bool[units];
        for (int row = 0; row < permutations.Count; row++)
        {
            Require.SameLength(units, permutations[row].Length, nameof(permutations));
            Array.Clear(seen);
            foreach (int unit in permutations[row])
            {
                bool fits = unit >= 0 && unit < units && !seen[unit];
                Require.That(fits, nameof(permutations), fits ? "" : FormattableString.Invariant($"must hold each position from 1 to {units} once; row {row + 1} did not"));
                seen[unit] = true;
            }
        }
    }
}
