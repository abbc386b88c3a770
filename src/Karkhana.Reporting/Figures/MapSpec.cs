using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>Points on the outline of countries. The outline comes first and cut to the frame, so that it decides what
/// is seen.</summary>
internal static class MapSpec
{
    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        FigureTable points = FigureTable.Of(figure, "points");
        GeoBox box = GeoBox.Around(points.Numbers("longitude"), points.Numbers("latitude"));
        JsonObject places = Vega.Layer(Vega.Mark("point", "place", ("filled", true)), Encoding(points));
        places["data"] = new JsonObject { ["values"] = points.Rows(["longitude", "latitude", "size"], ["group"]) };
        return [new VegaPanel("", OnLand(box, [.. Links(figure), places]), points.Count)];
    }

    /// <summary>Drawings on the land within a box.</summary>
    public static JsonObject OnLand(GeoBox box, params IReadOnlyList<JsonObject> drawings)
    {
        JsonArray land = Land(box);
        JsonObject outline = new()
        {
            ["data"] = new JsonObject { ["values"] = land },
            ["mark"] = Vega.Mark("geoshape", "outline", ("clip", true)),
        };
        return new JsonObject
        {
            ["width"] = "container",
            ["height"] = 430,
            ["autosize"] = new JsonObject { ["type"] = "fit-x", ["contains"] = "padding" },
            ["projection"] = new JsonObject { ["type"] = "mercator" },
            ["layer"] = new JsonArray([.. land.Count > 0 ? [outline] : Array.Empty<JsonObject>(), .. drawings]),
        };
    }

    private static IEnumerable<JsonObject> Links(FigureBlock figure)
    {
        if (!figure.Data.ContainsKey("links") || FigureTable.Of(figure, "links") is not { Count: > 0 } links)
        {
            yield break;
        }

        JsonObject lines = Vega.Layer(Vega.Mark("rule", "edge"), new JsonObject
        {
            ["longitude"] = Degrees("from_x"),
            ["latitude"] = Degrees("from_y"),
            ["longitude2"] = Vega.Field("to_x"),
            ["latitude2"] = Vega.Field("to_y"),
            ["strokeWidth"] = new JsonObject
            {
                ["field"] = "weight",
                ["type"] = "quantitative",
                ["scale"] = new JsonObject { ["range"] = Vega.Pair(1, 6) },
                ["legend"] = null,
            },
            ["tooltip"] = Vega.Tooltip(("weight", links.Title("weight"), true)),
        });
        lines["data"] = new JsonObject { ["values"] = links.Rows(["from_x", "from_y", "to_x", "to_y", "weight"], []) };
        yield return lines;
    }

    private static JsonObject Degrees(string field) => new() { ["field"] = field, ["type"] = "quantitative" };

    private static JsonArray Land(GeoBox box) =>
        new([.. Outline.Within(box).Select(land => Feature(new JsonObject { ["name"] = land.Country }, land.Rings))]);

    /// <summary>A polygon with its facts.</summary>
    public static JsonObject Feature(JsonObject facts, IEnumerable<double[]> rings) => new()
    {
        ["type"] = "Feature",
        ["properties"] = facts,
        ["geometry"] = new JsonObject
        {
            ["type"] = "Polygon",
            ["coordinates"] = new JsonArray([.. rings.Select(Ring)]),
        },
    };

    private static JsonArray Ring(double[] ring) =>
        new([.. Enumerable.Range(0, ring.Length / 2).Select(
            point => Vega.Pair(ring[2 * point], ring[(2 * point) + 1]))]);

    private static JsonObject Encoding(FigureTable points)
    {
        JsonObject encoding = new()
        {
            ["longitude"] = Degrees("longitude"),
            ["latitude"] = Degrees("latitude"),
        };
        string[] levels = points.Levels("group");
        if (levels.Length > 1)
        {
            encoding["color"] = Vega.Colour("group", points.Title("group"), levels);
        }

        encoding["size"] = points.HasNumbers("size")
            ? new JsonObject
            {
                ["field"] = "size",
                ["type"] = "quantitative",
                ["title"] = points.Title("size"),
                ["scale"] = new JsonObject { ["range"] = Vega.Pair(12, 380) },
                ["legend"] = new JsonObject { ["tickCount"] = 3 },
            }
            : new JsonObject { ["value"] = 36 };
        encoding["tooltip"] = Vega.Tooltip(
            ("group", levels.Length > 1 ? points.Title("group") : "", false), ("size", points.Title("size"), true));
        return encoding;
    }
}
