using Karkhana.Core.Maps;
using Karkhana.Core.Tables;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Karkhana.Data.Results.Layers;

/// <summary>Writes layers into one GeoPackage (OGC 12-128r18, version 1.3): a table each, with coordinate system and the
/// style that QGIS reads.</summary>
/// <remarks>
/// The same layers give the same bytes: the times that the format asks for are those of 2000-01-01, for the results
/// carry their date in the manifest.
/// </remarks>
internal static class GeoPackageFile
{
    private const string Time = "2000-01-01T00:00:00.000Z";

    private const string Frame = """
        PRAGMA journal_mode = OFF;
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
          last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT, styleName TEXT,
          styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time DATETIME);
        INSERT INTO gpkg_spatial_ref_sys VALUES
          ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinates'),
          ('Undefined geographic', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinates'),
          ('WGS 84 geodetic', 4326, 'EPSG', 4326,
           'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]',
           'longitude and latitude in degrees on WGS 84');
        """;

    public static void Write(IReadOnlyList<MapLayer> layers, string path)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Run(connection, Frame);
        foreach (MapLayer layer in layers)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();
            Geometry[] shapes = [.. LayerShapes.Of(layer)];
            Describe(connection, layer, shapes);
            Fill(connection, layer, shapes);
            transaction.Commit();
        }
    }

    private static void Describe(SqliteConnection connection, MapLayer layer, Geometry[] shapes)
    {
        string columns = string.Concat(layer.Facts.Columns.Select(column => $", {Quote(column.Name)} {TypeOf(column)}"));
        string kind = layer.Geometry == MapGeometry.Point ? "POINT" : "POLYGON";
        Run(connection, $"CREATE TABLE {Quote(layer.Name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom {kind}{columns})");
        Envelope box = new();
        foreach (Geometry shape in shapes)
        {
            box.ExpandToInclude(shape.EnvelopeInternal);
        }

        object[] extent = box.IsNull ? [DBNull.Value, DBNull.Value, DBNull.Value, DBNull.Value] : [box.MinX, box.MinY, box.MaxX, box.MaxY];
        Run(
            connection, "INSERT INTO gpkg_contents VALUES ($0, 'features', $0, $1, $2, $3, $4, $5, $6, 4326)",
            [layer.Name, layer.Title, Time, .. extent]);
        Run(connection, "INSERT INTO gpkg_geometry_columns VALUES ($0, 'geom', $1, 4326, 0, 0)", layer.Name, kind);
        Run(
            connection,
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, ui, update_time) VALUES ('', '', $0, 'geom', $0, $1, '', 1, $2, '', '', $3)",
            layer.Name, LayerStyle.Qml(layer), layer.Title, Time);
    }

    private static void Fill(SqliteConnection connection, MapLayer layer, Geometry[] shapes)
    {
        using SqliteCommand command = connection.CreateCommand();
        IReadOnlyList<Column> columns = layer.Facts.Columns;
        string places = string.Concat(Enumerable.Range(0, columns.Count).Select(i => FormattableString.Invariant($", ${i}")));
        command.CommandText = $"INSERT INTO {Quote(layer.Name)} VALUES (NULL, $geom{places})";
        GeoPackageGeoWriter writer = new();
        for (int row = 0; row < shapes.Length; row++)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$geom", writer.Write(shapes[row]));
            for (int i = 0; i < columns.Count; i++)
            {
                command.Parameters.AddWithValue(FormattableString.Invariant($"${i}"), Cell(columns[i][row]));
            }

            command.ExecuteNonQuery();
        }
    }

    private static object Cell(object? cell) => cell switch
    {
        null => DBNull.Value,
        double number when !double.IsFinite(number) => DBNull.Value,
        bool flag => flag ? 1L : 0L,
        _ => cell,
    };

    private static string TypeOf(Column column) => column switch
    {
        NumberColumn => "DOUBLE",
        IntegerColumn => "INTEGER",
        FlagColumn => "BOOLEAN",
        _ => "TEXT",
    };

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Run(SqliteConnection connection, string sql, params object[] values)
    {
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours; names of tables and columns are quoted.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(FormattableString.Invariant($"${i}"), values[i]);
        }

        command.ExecuteNonQuery();
    }
}
