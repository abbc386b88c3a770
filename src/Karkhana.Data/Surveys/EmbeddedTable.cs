using Karkhana.Core.Measures;
using Karkhana.Data.Files;

namespace Karkhana.Data.Surveys;

/// <summary>Opens a table that lies inside the assembly.</summary>
internal static class EmbeddedTable
{
    public static ITableSource Open(string name)
    {
        CellTable table = CellTableReader.ReadResource(typeof(EmbeddedTable).Assembly, name);
        IEnumerable<object?[]> rows = Enumerable.Range(0, table.RowCount)
            .Select(row => table.Cells.Select(column => (object?)column[row]).ToArray());
        return new RowsSource(table.Columns, rows, owner: null);
    }
}
