using DuckDB.NET.Data;

namespace Karkhana.Data.Files;

/// <summary>Rows of a Parquet file, read by DuckDB without any access to a network.</summary>
internal static class ParquetSource
{
    public static ITableSource? Open(string path, FileProblems problems)
    {
        DuckDBConnection connection = OfflineDatabase.Open("DataSource=:memory:");
        try
        {
            DuckDBCommand command = connection.CreateCommand();
            command.CommandText = "SELECT * FROM read_parquet($path, hive_partitioning = false)";
            command.Parameters.Add(new DuckDBParameter("path", Literal(path)));
            DuckDBDataReader reader = command.ExecuteReader();
            string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
            HeaderRules.Check(columns, problems);
            return new RowsSource(columns, Rows(reader, problems), connection);
        }
        catch (DuckDBException exception)
        {
            connection.Dispose();
            problems.Error(
                "malformed-parquet", null, null, "a Parquet file", FileProblems.Shorten(exception.Message),
                "Export the table again.");
            return null;
        }
    }

    /// <summary>DuckDB takes a path as a pattern: firms[1].parquet would be firms1.parquet, inside the study or
    /// not.</summary>
    private static string Literal(string path) =>
        path.Replace("[", "[[]", StringComparison.Ordinal).Replace(
            "*", "[*]", StringComparison.Ordinal).Replace("?", "[?]", StringComparison.Ordinal);

    private static IEnumerable<object?[]> Rows(DuckDBDataReader reader, FileProblems problems)
    {
        for (long number = 1; Next(reader, number, problems); number++)
        {
            object?[] row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            yield return row;
        }
    }

    private static bool Next(DuckDBDataReader reader, long number, FileProblems problems)
    {
        try
        {
            return reader.Read();
        }
        catch (DuckDBException exception)
        {
            problems.Error(
                "malformed-parquet", number, null, "a Parquet file that can be read to its end",
                FileProblems.Shorten(exception.Message), "Export the table again.");
            return false;
        }
    }
}
