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
        bool[] hidden = [.. Enumerable.Range(0, table.RowCount).Select(row => Hides(table, row))];
        return hidden.Contains(true)
            ? Table.Of(table.Name, [.. table.Columns.Select(column => Without(column, hidden))]).WithTitle(table.Title)
            : table;
    }

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
