using CsvHelper;
using Karkhana.Data.Files;

namespace Karkhana.Data.Surveys;

/// <summary>Opens a table that lies inside the assembly.</summary>
internal static class EmbeddedTable
{
    public static ITableSource Open(string name)
    {
        using Stream stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)!;
        using CsvReader reader = CsvReader.Create(
            new StreamReader(stream), new CsvReaderOptions { Separator = ',', HasHeader = false }, false);
        List<string[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return new RowsSource(rows[0], rows.Skip(1), owner: null);
    }
}
