using System.Text.Json;
using Karkhana.Core.Maps;
using Karkhana.Core.Tables;
using NetTopologySuite.Features;
using NetTopologySuite.IO.Converters;

namespace Karkhana.Data.Results.Layers;

/// <summary>Writes a layer as GeoJSON (RFC 7946): WGS 84, longitude first.</summary>
internal static class GeoJsonFile
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new GeoJsonConverterFactory() } };

    public static void Write(MapLayer layer, string path)
    {
        FeatureCollection features = [];
        foreach ((NetTopologySuite.Geometries.Geometry shape, int row) in LayerShapes.Of(layer).Select((shape, row) => (shape, row)))
        {
            AttributesTable facts = [];
            foreach (Column column in layer.Facts.Columns)
            {
                facts.Add(column.Name, column[row] is double number && !double.IsFinite(number) ? null : column[row]);
            }

            features.Add(new Feature(shape, facts));
        }

        File.WriteAllText(path, JsonSerializer.Serialize(features, Options) + "\n");
    }
}
