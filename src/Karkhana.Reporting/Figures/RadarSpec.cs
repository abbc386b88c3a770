using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>A polygon per group on axes from 0 to 1, with rings at quarters of full marks. Shapes of a flat map, since those keep their
/// proportions at any width.</summary>
internal static class RadarSpec
{
    private const double LabelAt = 1.13;

    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        RadarTable radar = RadarTable.Of(figure);
        JsonObject rings = Shapes(
            [.. RadarTable.Rings.Select(ring => Feature(radar.Ring(ring), "", "Polygon")),
                .. Enumerable.Range(0, radar.Axes.Length).Select(axis => Feature([(0, 0), radar.At(axis, 1)], "", "LineString"))],
            Vega.Mark("geoshape", "limit", ("filled", false)), []);
        JsonObject encoding = radar.Groups.Length > 1
            ? new JsonObject { ["color"] = Vega.Colour("properties.group", radar.Title("group"), radar.Groups) } : [];
        JsonObject polygons = Shapes(
            [.. radar.Groups.Select(group => Feature(radar.Corners(group), group, "Polygon"))],
            Vega.Mark("geoshape", "estimate", ("filled", false)), encoding);
        return [new VegaPanel("", new JsonObject
        {
            ["width"] = "container",
            ["height"] = 380,
            ["autosize"] = new JsonObject { ["type"] = "fit-x", ["contains"] = "padding" },
            ["projection"] = new JsonObject { ["type"] = "identity", ["reflectY"] = true },
            ["layer"] = new JsonArray(rings, polygons, Points(radar), Labels(radar), RingLabels(radar)),
        }, radar.Axes.Length * radar.Groups.Length)];
    }

    private static JsonObject Points(RadarTable radar)
    {
        JsonObject encoding = Place();
        if (radar.Groups.Length > 1)
        {
            encoding["color"] = Vega.Colour("group", radar.Title("group"), radar.Groups);
        }

        encoding["tooltip"] = Vega.Tooltip(
            ("term", radar.Title("term"), false), ("estimate", radar.Title("estimate"), true),
            ("group", radar.Groups.Length > 1 ? radar.Title("group") : "", false));
        return With(Vega.Layer(Vega.Mark("point", "dot", ("filled", true), ("size", 60)), encoding), radar.Groups.SelectMany(group =>
            radar.Scores(group).Select((score, axis) => (score, axis)).Where(one => double.IsFinite(one.score)).Select(one => Row(
                radar.At(one.axis, one.score), ("term", radar.Axes[one.axis]), ("estimate", one.score), ("group", group)))));
    }

    // The side decides where words begin, so that none runs into the drawing.
    private static JsonObject Labels(RadarTable radar)
    {
        JsonObject encoding = Place();
        encoding["text"] = Vega.Field("label");
        return With(
            Vega.Layer(Vega.Mark("text", "marker-text", ("align", "center"), ("baseline", "middle"), ("dx", 0), ("fontSize", 12)), encoding),
            radar.Axes.Select((_, axis) => Row(Outside(radar, axis), ("label", radar.Label(axis)))));
    }

    // Half of a label lies on either side of its place, so those to the left and right stand farther out.
    private static (double X, double Y) Outside(RadarTable radar, int axis)
    {
        (double x, double y) = radar.At(axis, 1);
        return (x + (Math.Sign(Math.Round(x, 9)) * 0.62), y * LabelAt);
    }

    private static JsonObject RingLabels(RadarTable radar)
    {
        JsonObject encoding = Place();
        encoding["text"] = Vega.Field("label");
        return With(
            Vega.Layer(Vega.Mark("text", "marker-text", ("align", "left"), ("dx", 4), ("fontSize", 9)), encoding),
            RadarTable.Rings.Prepend(0).Select(ring => Row(radar.At(0, ring), ("label", NumberText.Decimals(ring, ring is 0 or 1 ? 0 : 2, "")))));
    }

    private static JsonObject Place() => new()
    {
        ["longitude"] = new JsonObject { ["field"] = "x", ["type"] = "quantitative" },
        ["latitude"] = new JsonObject { ["field"] = "y", ["type"] = "quantitative" },
    };

    private static JsonObject Row((double X, double Y) place, params (string Name, JsonNode? Value)[] more)
    {
        JsonObject row = new() { ["x"] = place.X, ["y"] = place.Y };
        foreach ((string name, JsonNode? value) in more)
        {
            row[name] = value;
        }

        return row;
    }

    private static JsonObject With(JsonObject layer, IEnumerable<JsonObject> rows)
    {
        layer["data"] = new JsonObject { ["values"] = new JsonArray([.. rows]) };
        return layer;
    }

    private static JsonObject Shapes(JsonObject[] features, JsonObject mark, JsonObject encoding) => With(Vega.Layer(mark, encoding), features);

    private static JsonObject Feature((double X, double Y)[] points, string group, string type)
    {
        JsonArray line = new([.. points.Select(point => Vega.Pair(point.X, point.Y))]);
        return new JsonObject
        {
            ["type"] = "Feature",
            ["properties"] = new JsonObject { ["group"] = group },
            ["geometry"] = new JsonObject { ["type"] = type, ["coordinates"] = type == "Polygon" ? new JsonArray(line) : line },
        };
    }
}
