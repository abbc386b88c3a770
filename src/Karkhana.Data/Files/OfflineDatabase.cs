using DuckDB.NET.Data;

namespace Karkhana.Data.Files;

/// <summary>Opens DuckDB so that it never asks a network for extensions and always gives the same bytes.</summary>
internal static class OfflineDatabase
{
    public static DuckDBConnection Open(string connectionString)
    {
        DuckDBConnection connection = new(connectionString);
        connection.Open();
        Execute(connection, "SET autoinstall_known_extensions=false");
        Execute(connection, "SET autoload_known_extensions=false");
        Execute(connection, "SET threads=1");
        Execute(connection, "SET preserve_insertion_order=true");
        return connection;
    }

    public static void Execute(DuckDBConnection connection, string sql)
    {
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
