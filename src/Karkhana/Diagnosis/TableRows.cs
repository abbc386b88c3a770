using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis;

/// <summary>Rows of tables taken out, and tables with the same columns written below each other.</summary>
internal static class TableRows
{
    /// <summary>Joins tables; a first column says where each row came from.</summary>
    /// <param name="name">Name of the new table.</param>
    /// <param name="first">Name, label and description of the first column.</param>
    /// <param name="parts">The tables, each with what its rows have in the first column.</param>
    /// <returns>The table; without columns but the first when there are no parts.</returns>
    public static Table Joined(
        string name, (string Name, string Label, string Description) first, IReadOnlyList<(string Key, Table Table)> parts) => Table.Of(
        name,
        [
            Column.Of(
                first.Name, parts.SelectMany(part => Enumerable.Repeat((string?)part.Key, part.Table.RowCount)), first.Label, first.Description),
            .. Joined(name, [.. parts.Select(part => part.Table)]).Columns,
        ]);

    /// <summary>Joins tables whose rows say themselves what they are of.</summary>
    /// <param name="name">Name of the new table.</param>
    /// <param name="parts">The tables.</param>
    /// <returns>The table.</returns>
    public static Table Joined(string name, IReadOnlyList<Table> parts) =>
        Table.Of(name, parts.Count == 0 ? [] : [.. parts[0].Columns.Select(column => Joined(column, parts))]);

    /// <summary>Takes rows out of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isKept">Whether a row is kept.</param>
    /// <returns>The table with these rows.</returns>
    public static Table Where(Table table, Func<int, bool> isKept)
    {
        int[] rows = [.. Enumerable.Range(0, table.RowCount).Where(isKept)];
        return Table.Of(table.Name, [.. table.Columns.Select(column => Only(column, rows))]).WithTitle(table.Title);
    }

    private static Column Only(Column column, int[] rows) => column switch
    {
        TextColumn texts => Column.Of(column.Name, rows.Select(row => texts.Values[row]), column.Label, column.Description),
        FlagColumn => Column.Of(column.Name, rows.Select(row => column[row] is true), column.Label, column.Description),
        IntegerColumn integers => Column.Of(
            column.Name, rows.Select(row => (int)integers.Values[row]), column.Label, column.Unit, column.Description),
        _ => Column.Of(
            column.Name, rows.Select(row => ((NumberColumn)column).Values[row]), column.Label, column.Unit, column.Description, column.Recommended),
    };

    private static Column Joined(Column model, IReadOnlyList<Table> parts)
    {
        IEnumerable<object?> cells = parts.Select(part => part[model.Name]).SelectMany(
            column => Enumerable.Range(0, column.Count).Select(row => column[row]));
        return model switch
        {
            TextColumn => Column.Of(model.Name, cells.Select(cell => (string?)cell), model.Label, model.Description),
            FlagColumn => Column.Of(model.Name, cells.Select(cell => cell is true), model.Label, model.Description),
            _ => Column.Of(
                model.Name, parts.SelectMany(part => part.Numbers(model.Name)), model.Label, model.Unit, model.Description, model.Recommended),
        };
    }
}
