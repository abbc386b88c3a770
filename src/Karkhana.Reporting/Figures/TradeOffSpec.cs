using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>Labelled points with intervals both ways and a dashed line at no gain.</summary>
internal static class TradeOffSpec
{
    public static readonly string[] Across = ["x", "x_low", "x_high"];

    /// <summary>The factor by which a logarithmic axis reaches beyond the first and last cost, so that no interval is cut at the edge.</summary>
    public const double Room = 1.3;

    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        FigureTable table = FigureTable.Of(figure, "points");
        string[] levels = table.Levels("group");
        JsonArray rows = table.Rows(["x", "x_low", "x_high", "estimate", "conf_low", "conf_high"], ["label", "term", "group"]);
        JsonObject up = Vega.Layer(Vega.Mark("rule", "interval"), Encoding(table, "x", "conf_low", levels));
        up["encoding"]!["y2"] = Vega.Field("conf_high");
        JsonObject across = Vega.Layer(Vega.Mark("rule", "interval"), Encoding(table, "x_low", "estimate", levels));
        across["encoding"]!["x2"] = Vega.Field("x_high");
        JsonObject points = Vega.Layer(Vega.Mark("point", "dot", ("filled", true), ("size", 70)), Encoding(table, "x", "estimate", levels));
        JsonObject labels = Vega.Layer(
            Vega.Mark("text", "marker-text", ("dx", 6), ("dy", -3), ("align", "left"), ("baseline", "bottom")), Encoding(table, "x", "estimate", levels));
        labels["encoding"]!["text"] = Vega.Field("label");
        labels["encoding"]!.AsObject().Remove("color");
        JsonObject zero = Vega.Layer(
            Vega.Mark("rule", "zero"), new JsonObject { ["y"] = new JsonObject { ["datum"] = 0, ["type"] = "quantitative" } });
        zero["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject()) };
        return [new VegaPanel("", Vega.Layered(380, rows, up, across, zero, points, labels), table.Count * 3)];
    }

    /// <summary>Says whether costs span so much that the small ones would crowd on a linear axis.</summary>
    public static bool IsWide(FigureTable table) => CurveSpec.IsWide([.. Across.SelectMany(table.Numbers).Where(double.IsFinite)]);

    /// <summary>The title of the axis of costs; it says when steps of it are factors.</summary>
    public static string AcrossTitle(FigureTable table) => IsWide(table) ? table.Title("x") + ", logarithmic axis" : table.Title("x");

    private static JsonObject Encoding(FigureTable table, string x, string y, string[] levels)
    {
        JsonObject across = Vega.Number(x, AcrossTitle(table));
        if (IsWide(table))
        {
            double[] costs = [.. Across.SelectMany(table.Numbers).Where(double.IsFinite)];
            across["scale"] = new JsonObject { ["type"] = "log", ["nice"] = false, ["domain"] = Vega.Pair(costs.Min() / Room, costs.Max() * Room) };
        }

        JsonObject encoding = new() { ["x"] = across, ["y"] = Vega.Number(y, table.Title("estimate"), zero: true) };
        if (levels.Length > 1)
        {
            encoding["color"] = Vega.Colour("group", table.Title("group"), levels);
        }

        encoding["tooltip"] = Vega.Tooltip(
            ("term", table.Title("term"), false), ("x", table.Title("x"), true), ("estimate", table.Title("estimate"), true),
            ("conf_low", table.Title("conf_low"), true), ("conf_high", table.Title("conf_high"), true), ("group", table.Title("group"), false));
        return encoding;
    }
}
