using DuckDB.NET.Data;
using Karkhana.Core.Tables;
using Karkhana.Data.Files;

namespace Karkhana.Data.Results;

/// <summary>Writes tables into one DuckDB file and each to Parquet.</summary>
internal static class TableDatabase
{
    public static void Write(
        IReadOnlyList<Table> tables,
        string database,
        Func<string, string> parquetPath,
        CancellationToken cancellationToken)
    {
        using DuckDBConnection connection = OfflineDatabase.Open(new DuckDBConnectionStringBuilder { DataSource = database }.ToString());
        OfflineDatabase.Execute(connection, "SET force_compression='uncompressed'");
        foreach (Table table in tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            OfflineDatabase.Execute(
                connection,
                $"CREATE TABLE {Quote(table.Name)} ({string.Join(", ", table.Columns.Select(Definition))})");
            Append(connection, table);
            OfflineDatabase.Execute(connection, $"COPY {Quote(table.Name)} TO '{parquetPath(table.Name).Replace("'", "''", StringComparison.Ordinal)}' (FORMAT PARQUET)");
        }
    }

    private static void Append(DuckDBConnection connection, Table table)
    {
        using DuckDBAppender appender = connection.CreateAppender(table.Name);
        for (int row = 0; row < table.RowCount; row++)
        {
            IDuckDBAppenderRow line = appender.CreateRow();
            foreach (Column column in table.Columns)
            {
                _ = column[row] switch
                {
                    null => line.AppendNullValue(),
                    double number => line.AppendValue(number),
                    long whole => line.AppendValue(whole),
                    bool flag => line.AppendValue(flag),
                    object text => line.AppendValue(text.ToString()),
                };
            }

            line.EndRow();
        }
    }

    private static string Definition(Column column) => $"{Quote(column.Name)} {column switch
    {
        NumberColumn => "DOUBLE",
        IntegerColumn => "BIGINT",
        FlagColumn => "BOOLEAN",
        _ => "VARCHAR",
    }}";

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
