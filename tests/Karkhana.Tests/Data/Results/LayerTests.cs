using System.Diagnostics;
using System.Text.Json;
using System.Xml.Linq;
using Karkhana.Core.Maps;
using Karkhana.Core.Tables;
using Karkhana.Data.Results;
using Microsoft.Data.Sqlite;
using NetTopologySuite.IO;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Results;

public sealed class LayerTests : IDisposable
{
    private static readonly MapClass[] Classes = [new("hot", "Hot spot", "#ff0000"), new("none", "Not significant", "#eeeeee")];

    private readonly string _parent = Directory.CreateTempSubdirectory("karkhana-layers-").FullName;

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void A_geopackage_holds_each_layer_with_its_coordinate_system_extent_facts_and_style()
    {
        string folder = Write("a");

        using SqliteConnection connection = new($"Data Source={Path.Combine(folder, "layers.gpkg")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        Query(connection, "PRAGMA application_id").ShouldBe([1196444487L]);
        Query(connection, "SELECT table_name || ' ' || srs_id || ' ' || min_x || ' ' || max_y FROM gpkg_contents ORDER BY 1")
            .ShouldBe(["cells 4326 74.1 32.3", "places 4326 74.2 32.2"]);
        Query(connection, "SELECT geometry_type_name FROM gpkg_geometry_columns ORDER BY table_name").ShouldBe(["POLYGON", "POINT"]);
        Query(connection, "SELECT class || ' ' || n || ' ' || coalesce(z, 'missing') FROM cells ORDER BY fid").ShouldBe(["hot 12 2.5", "none 7 missing"]);
        Query(connection, "SELECT styleQML FROM layer_styles").Count.ShouldBe(2);
        byte[] blob = (byte[])Query(connection, "SELECT geom FROM cells ORDER BY fid")[0];
        new GeoPackageGeoReader { HandleSRID = true }.Read(blob).AsText().ShouldBe("POLYGON ((74.1 32.1, 74.2 32.1, 74.2 32.2, 74.1 32.2, 74.1 32.1))");
        Query(connection, "PRAGMA integrity_check").ShouldBe(["ok"]);
    }

    [Fact]
    public void Geojson_has_longitude_first_rings_against_the_clock_and_null_for_what_is_missing()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Write("b"), "layers", "cells.geojson")));

        JsonElement[] features = [.. document.RootElement.GetProperty("features").EnumerateArray()];
        features.Length.ShouldBe(2);
        features[0].GetProperty("geometry").GetProperty("coordinates")[0][1].EnumerateArray().Select(number => number.GetDouble()).ShouldBe([74.2, 32.1]);
        features[1].GetProperty("geometry").GetProperty("coordinates")[0][1].EnumerateArray().Select(number => number.GetDouble()).ShouldBe([74.2, 32.2]); // turned round
        features[1].GetProperty("properties").GetProperty("z").ValueKind.ShouldBe(JsonValueKind.Null);
        features[0].GetProperty("properties").GetProperty("class").GetString().ShouldBe("hot");
    }

    [Fact]
    public void The_style_names_the_column_and_gives_each_class_its_colour()
    {
        XElement renderer = XDocument.Load(Path.Combine(Write("c"), "layers", "cells.qml")).Root!.Element("renderer-v2")!;

        renderer.Attribute("attr")!.Value.ShouldBe("class");
        renderer.Descendants("category").Select(category => category.Attribute("value")!.Value).ShouldBe(["hot", "none"]);
        renderer.Descendants("Option").Where(option => option.Attribute("name")?.Value == "color").Select(option => option.Attribute("value")!.Value)
            .ShouldBe(["255,0,0,255", "238,238,238,255"]);
    }

    [Fact]
    public void The_same_layers_give_the_same_bytes()
    {
        string[] folders = [Write("d"), Write("e")];
        foreach (string name in new[] { "layers.gpkg", "layers/cells.geojson", "layers/places.qml" })
        {
            File.ReadAllBytes(Path.Combine(folders[0], name)).ShouldBe(File.ReadAllBytes(Path.Combine(folders[1], name)), name);
        }
    }

    [Fact]
    public void Another_program_reads_the_geopackage_where_it_is_installed()
    {
        string file = Path.Combine(Write("f"), "layers.gpkg");
        ProcessStartInfo start = new("ogrinfo", ["-so", "-al", file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("ogrinfo (Debian: gdal-bin) is not installed.");
            return;
        }

        string said = process.StandardOutput.ReadToEnd();
        said.ShouldContain("Geometry: Polygon");
        said.ShouldContain("Feature Count: 2");
        said.ShouldContain("WGS 84");
        process.StandardError.ReadToEnd().ShouldBeEmpty();
        process.Dispose();
    }

    [Fact]
    public void Layers_that_do_not_hold_together_are_refused()
    {
        Table one = Table.Of("one", Column.Of("class", ["hot"]));
        MapVertex here = new(74, 32);

        Should.Throw<ArgumentException>(() => MapLayer.Of(MapGeometry.Point, [], one, "class", Classes)).Message.ShouldContain("1 values");
        Should.Throw<ArgumentException>(() => MapLayer.Of(MapGeometry.Point, [[here, here]], one, "class", Classes)).Message.ShouldContain("one vertex");
        Should.Throw<ArgumentException>(() => MapLayer.Of(MapGeometry.Area, [[here, here]], one, "class", Classes)).Message.ShouldContain("three vertices");
        Should.Throw<ArgumentException>(() => MapLayer.Of(MapGeometry.Point, [[new MapVertex(0, 91)]], one, "class", Classes)).Message.ShouldContain("90°");
        Should.Throw<ArgumentException>(() => MapLayer.Of(MapGeometry.Point, [[here]], one, "class", [Classes[1]])).Message.ShouldContain("hot");
    }

    private static List<object> Query(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<object> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetValue(0));
        }

        return values;
    }

    private string Write(string name)
    {
        Table cells = Table.Of(
            "cells", Column.Of("class", ["hot", "none"]), Column.Of("n", [12, 7]), Column.Of("z", [2.5, double.NaN])).WithTitle("Cells");
        Table places = Table.Of("places", Column.Of("class", ["hot"]));
        MapVertex[] square = [new(74.1, 32.1), new(74.2, 32.1), new(74.2, 32.2), new(74.1, 32.2)];
        MapVertex[] turned = [new(74.1, 32.2), new(74.1, 32.3), new(74.2, 32.3), new(74.2, 32.2)];
        string folder = Path.Combine(_parent, name);
        using ResultsFolder results = ResultsFolder.Begin(folder);
        results.WriteLayers(
        [
            MapLayer.Of(MapGeometry.Area, [square, turned], cells, "class", Classes),
            MapLayer.Of(MapGeometry.Point, [[new MapVertex(74.2, 32.2)]], places, "class", Classes),
        ]);
        results.Complete(new Manifest(
            "study", false, "0", 1, new Dictionary<string, string>(), [], [], new Dictionary<string, double>()));
        return folder;
    }
}
