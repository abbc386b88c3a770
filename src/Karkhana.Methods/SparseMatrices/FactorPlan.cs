using Karkhana.Core.Errors;

namespace Karkhana.Methods.SparseMatrices;

/// <summary>Where the factor L of a symmetric matrix has entries: the same for all values on one pattern.</summary>
/// <remarks>
/// Row k of L holds the rows that the entries of row k reach in the elimination tree (Liu 1990, doi:10.1137/0611010). Memory: 8 bytes
/// an entry of L. Cost: linear in the entries of L.
/// </remarks>
internal sealed class FactorPlan
{
    private FactorPlan(int[] order, int[] upperStarts, int[] upperRows, int[] upperSources, int[] diagonals)
    {
        (Order, UpperStarts, UpperRows, UpperSources, Diagonals) = (order, upperStarts, upperRows, upperSources, diagonals);
        Positions = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            Positions[order[place]] = place;
        }
    }

    /// <summary>Gets the row of the matrix at each step of the elimination.</summary>
    public int[] Order { get; }

    /// <summary>Gets the step of each row.</summary>
    public int[] Positions { get; }

    /// <summary>Gets where the entries above the diagonal of each column begin.</summary>
    public int[] UpperStarts { get; }

    /// <summary>Gets the steps of those entries.</summary>
    public int[] UpperRows { get; }

    /// <summary>Gets where the values of those entries lie in the matrix.</summary>
    public int[] UpperSources { get; }

    /// <summary>Gets where the diagonal values lie in the matrix, by step.</summary>
    public int[] Diagonals { get; }

    /// <summary>Gets where the columns of L begin.</summary>
    public int[] ColumnStarts { get; private set; } = [];

    /// <summary>Gets the rows of L, column after column, ascending.</summary>
    public int[] ColumnRows { get; private set; } = [];

    /// <summary>Gets where the rows of L begin.</summary>
    public int[] RowStarts { get; private set; } = [];

    /// <summary>Gets the columns of L, row after row, ascending.</summary>
    public int[] RowColumns { get; private set; } = [];

    /// <summary>Plans the elimination.</summary>
    /// <param name="pattern">A matrix with symmetric pattern and a full diagonal; its values are not looked at.</param>
    /// <param name="order">The rows in the order of elimination.</param>
    public static FactorPlan Of(CsrMatrix pattern, int[] order)
    {
        int n = pattern.Order;
        int[] positions = new int[n];
        for (int place = 0; place < n; place++)
        {
            positions[order[place]] = place;
        }

        int[] starts = new int[n + 1];
        int[] rows = new int[(pattern.EntryCount - n) / 2];
        int[] sources = new int[rows.Length];
        int[] diagonals = new int[n];
        int count = 0;
        for (int step = 0; step < n; step++)
        {
            for (int place = pattern.Starts[order[step]]; place < pattern.Starts[order[step] + 1]; place++)
            {
                int other = positions[pattern.Columns[place]];
                if (other < step)
                {
                    (rows[count], sources[count++]) = (other, place);
                }
                else if (other == step)
                {
                    diagonals[step] = place;
                }
            }

            starts[step + 1] = count;
        }

        FactorPlan plan = new(order, starts, rows, sources, diagonals);
        plan.Lay(plan.Parents());
        return plan;
    }

    /// <summary>Gives the elimination tree: the first row below the diagonal in each column of L; −1 for a root.</summary>
    private int[] Parents()
    {
        int[] parents = new int[Order.Length];
        int[] ancestors = new int[Order.Length];
        for (int step = 0; step < parents.Length; step++)
        {
            (parents[step], ancestors[step]) = (-1, -1);
            for (int place = UpperStarts[step]; place < UpperStarts[step + 1]; place++)
            {
                for (int row = UpperRows[place]; row != -1 && row < step;)
                {
                    int next = ancestors[row];
                    ancestors[row] = step;
                    if (next == -1)
                    {
                        parents[row] = step;
                    }

                    row = next;
                }
            }
        }

        return parents;
    }

    private void Lay(int[] parents)
    {
        int n = parents.Length;
        int[] counts = new int[n];
        long total = 0;
        Reach(parents, (_, column) => counts[column]++, ref total);
        Require.That(total < Array.MaxLength, "weights", "have so many links that their factor would not fit into memory");
        ColumnStarts = new int[n + 1];
        for (int column = 0; column < n; column++)
        {
            ColumnStarts[column + 1] = ColumnStarts[column] + counts[column];
        }

        int[] next = [.. ColumnStarts];
        ColumnRows = new int[total];
        Reach(parents, (row, column) => ColumnRows[next[column]++] = row, ref total);
        Turn();
    }

    private void Turn()
    {
        int n = Order.Length;
        RowStarts = new int[n + 1];
        foreach (int row in ColumnRows)
        {
            RowStarts[row + 1]++;
        }

        for (int row = 0; row < n; row++)
        {
            RowStarts[row + 1] += RowStarts[row];
        }

        RowColumns = new int[ColumnRows.Length];
        int[] filled = [.. RowStarts];
        for (int column = 0; column < n; column++)
        {
            foreach (int row in ColumnRows.AsSpan(ColumnStarts[column], ColumnStarts[column + 1] - ColumnStarts[column]))
            {
                RowColumns[filled[row]++] = column;
            }
        }
    }

    private void Reach(int[] parents, Action<int, int> visit, ref long total)
    {
        int[] seen = new int[parents.Length];
        Array.Fill(seen, -1);
        total = 0;
        for (int step = 0; step < parents.Length; step++)
        {
            seen[step] = step;
            for (int place = UpperStarts[step]; place < UpperStarts[step + 1]; place++)
            {
                for (int row = UpperRows[place]; seen[row] != step; row = parents[row])
                {
                    seen[row] = step;
                    total++;
                    visit(step, row);
                }
            }
        }
    }
}
