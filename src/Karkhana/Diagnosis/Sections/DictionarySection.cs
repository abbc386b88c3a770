using Karkhana.Core.Documents;
using Karkhana.Core.Tables;

namespace Karkhana.Diagnosis.Sections;

/// <summary>What every column of every table means.</summary>
internal static class DictionarySection
{
    public static Section Compose(IReadOnlyList<Table> tables) =>
        new("dictionary", [new TableBlock(tables[^1], Sentence.Of("dictionary.caption"))]);

    public static Table Describe(IReadOnlyList<Table> tables)
    {
        (Table Table, Column Column)[] columns = [.. tables.SelectMany(
            table => table.Columns.Select(column => (table, column)))];
        return Table.Of(
            "data_dictionary",
            Column.Of("table_name", columns.Select(entry => (string?)entry.Table.Name), "Table", "Name of the table."),
            Column.Of(
                "column_name", columns.Select(entry => (string?)entry.Column.Name), "Column", "Name of the column."),
            Column.Of("label", columns.Select(entry => (string?)entry.Column.Label), "Label", "What people read."),
            Column.Of("unit", columns.Select(entry => (string?)entry.Column.Unit), "Unit", "Unit of the values."),
            Column.Of(
                "description", columns.Select(entry => (string?)entry.Column.Description), "Description",
                "What the column holds."));
    }
}
