using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>Ties as lines, firms as points; names of firms never enter the drawing, for who deals with whom is theirs
/// to tell.</summary>
internal static class NetworkSpec
{
    private static readonly string[] Ends = ["from_x", "from_y", "to_x", "to_y"];

    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        FigureTable nodes = FigureTable.Of(figure, "nodes");
        FigureTable edges = FigureTable.Of(figure, "edges");
        JsonObject ties = Vega.Layer(Vega.Mark("rule", "edge"), new JsonObject
        {
            ["x"] = Place("from_x"),
            ["y"] = Place("from_y"),
            ["x2"] = Vega.Field("to_x"),
            ["y2"] = Vega.Field("to_y"),
        });
        ties["data"] = new JsonObject { ["values"] = edges.Rows(Ends, []) };
        JsonObject spec = Vega.Layered(
            460, nodes.Rows(["x", "y", "degree"], ["role"]), ties,
            Vega.Layer(Vega.Mark("point", "node", ("filled", true)), Points(nodes)));
        return [new VegaPanel("", spec, nodes.Count + edges.Count)];
    }

    private static JsonObject Points(FigureTable nodes)
    {
        JsonObject encoding = new() { ["x"] = Place("x"), ["y"] = Place("y") };
        encoding["color"] = Vega.Colour("role", nodes.Title("role"), nodes.Levels("role"));
        if (nodes.HasNumbers("degree"))
        {
            encoding["size"] = new JsonObject
            {
                ["field"] = "degree",
                ["type"] = "quantitative",
                ["title"] = nodes.Title("degree"),
                ["scale"] = new JsonObject { ["range"] = Vega.Pair(30, 420) },
                ["legend"] = new JsonObject { ["tickCount"] = 3 },
            };
        }

        encoding["tooltip"] = Vega.Tooltip(
            ("role", nodes.Title("role"), false), ("degree", nodes.Title("degree"), true));
        return encoding;
    }

    private static JsonObject Place(string field)
    {
        JsonObject place = Vega.Number(field, "");
        place["axis"] = null;
        return place;
    }
}
