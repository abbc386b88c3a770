using System.Globalization;

namespace Karkhana.Core.Tables;

/// <summary>Holds back what rests on fewer than five firms: rows whose column <c>n</c> is 1 to 4.</summary>
public static class SmallCells
{
    /// <summary>The least number of firms that may be shown.</summary>
    public const int LeastFirms = 5;

    /// <summary>Says whether a row rests on too few firms.</summary>
    /// <param name="table">The table.</param>
    /// <param name="row">The zero-based row.</param>
    /// <returns>True when its column <c>n</c> is 1 to 4.</returns>
    public static bool Hides(Table table, int row)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Has("n") && table["n"][row] switch
        {
            long firms => firms is > 0 and < LeastFirms,
            double firms => firms is > 0 and < LeastFirms,
            _ => false,
        };
    }

    /// <summary>Gives the table with the numbers of such rows missing.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The table; the same one when no row rests on too few firms.</returns>
    public static Table Suppress(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Without(table, Hidden(table));
    }

    /// <summary>Gives the table with the numbers of such rows missing, and of a second row where the rows of a group make up a total
    /// that is known: one missing row would be that total less the others.</summary>
    /// <remarks>
    /// In each group in which exactly one row rests on too few firms, the row with the next smallest <c>n</c> of at least five is
    /// held back with it, the first of equal ones. Rows of no firms are shown and are never that second row, for they hide nothing.
    /// When all other rows are of no firms there is no second row: then the whole group is too small, and its total must not be
    /// told. Limits of totals that overlap, such as rows and columns of one table, are not looked at. Cost: rows · log rows.
    /// Source: primary and secondary suppression, Hundepool et al. 2012, doi:10.1002/9781118348239.
    /// </remarks>
    /// <param name="table">The table; rows of a group share nothing, and their firms add up to a total.</param>
    /// <param name="keys">The columns whose values tell the groups; none when all rows are one group.</param>
    /// <returns>The table; the same one when no row rests on too few firms.</returns>
    public static Table SuppressWithComplement(Table table, params IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(keys);
        bool[] hidden = Hidden(table);
        if (!hidden.Contains(true))
        {
            return table;
        }

        IReadOnlyList<double> firms = table.Numbers("n");
        foreach (int[] rows in Enumerable.Range(0, table.RowCount).GroupBy(row => Key(table, row, keys)).Select(group => group.ToArray()).ToArray())
        {
            int[] others = [.. rows.Where(row => firms[row] >= LeastFirms).OrderBy(row => firms[row])];
            if (rows.Count(row => hidden[row]) == 1 && others.Length > 0)
            {
                hidden[others[0]] = true;
            }
        }

        return Without(table, hidden);
    }

    private static bool[] Hidden(Table table) => [.. Enumerable.Range(0, table.RowCount).Select(row => Hides(table, row))];

    // Lengths go before the values, so that two keys that differ never run together into the same one.
    private static string Key(Table table, int row, IReadOnlyList<string> keys) => string.Concat(keys.Select(key =>
    {
        string value = Convert.ToString(table[key][row], CultureInfo.InvariantCulture) ?? "";
        return string.Create(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
    }));

    private static Table Without(Table table, bool[] hidden) => hidden.Contains(true)
        ? Table.Of(table.Name, [.. table.Columns.Select(column => Without(column, hidden))]).WithTitle(table.Title)
        : table;

    // A whole number beside the count is a key, such as a level: without it nobody could tell which row this was.
    private static Column Without(Column column, bool[] hidden)
    {
        IEnumerable<double>? numbers = column switch
        {
            NumberColumn own => own.Values,
            IntegerColumn { Name: "n" } own => own.Values.Select(value => (double)value),
            _ => null,
        };
        return numbers is null
            ? column
            : Column.Of(
                column.Name, numbers.Select((value, row) => hidden[row] ? double.NaN : value), column.Label, column.Unit,
                column.Description, column.Recommended);
    }
}
