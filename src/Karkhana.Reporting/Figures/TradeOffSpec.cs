using System.Text.Json.Nodes;
using Karkhana.Core.Documents;
using Karkhana.Reporting.Drawing;

namespace Karkhana.Reporting.Figures;

/// <summary>Labelled points with intervals both ways and a dashed line at no gain.</summary>
internal static class TradeOffSpec
{
    public static readonly string[] Across = ["x", "x_low", "x_high"];

    /// <summary>The factor by which a logarithmic axis reaches beyond the first and last cost, so that no interval is cut at the edge.</summary>
    public const double Room = 1.3;

    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure, TextCatalogue? texts)
    {
        FigureTable table = FigureTable.Of(figure, "points");
        string[] levels = table.Levels("group");
        string title = TitleOf(table, texts);
        JsonArray rows = table.Rows(["x", "x_low", "x_high", "estimate", "conf_low", "conf_high"], ["label", "term", "group"]);
        JsonObject up = Vega.Layer(Vega.Mark("rule", "interval"), Encoding(table, title, ("x", "conf_low"), levels));
        up["encoding"]!["y2"] = Vega.Field("conf_high");
        JsonObject across = Vega.Layer(Vega.Mark("rule", "interval"), Encoding(table, title, ("x_low", "estimate"), levels));
        across["encoding"]!["x2"] = Vega.Field("x_high");
        JsonObject points = Vega.Layer(Vega.Mark("point", "dot", ("filled", true), ("size", 70)), Encoding(table, title, ("x", "estimate"), levels));
        JsonObject labels = Vega.Layer(
            Vega.Mark("text", "marker-text", ("dx", 6), ("dy", -3), ("align", "left"), ("baseline", "bottom")), Encoding(table, title, ("x", "estimate"), levels));
        labels["encoding"]!["text"] = Vega.Field("label");
        labels["encoding"]!.AsObject().Remove("color");
        JsonObject zero = Vega.Layer(
            Vega.Mark("rule", "zero"), new JsonObject { ["y"] = new JsonObject { ["datum"] = 0, ["type"] = "quantitative" } });
        zero["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject()) };
        return [new VegaPanel("", Vega.Layered(380, rows, up, across, zero, points, labels), table.Count * 3)];
    }

    /// <summary>Says whether costs span so much that the small ones would crowd on a linear axis.</summary>
    public static bool IsWide(FigureTable table) => CurveSpec.IsWide([.. Across.SelectMany(table.Numbers).Where(double.IsFinite)]);

    /// <summary>Gives the title of the axis of costs, which says when it is logarithmic.</summary>
    public static string TitleOf(FigureTable table, TextCatalogue? texts) => texts is not null && IsWide(table)
        ? texts.Say(Sentence.Of("report.log_axis", ("axis", table.Title("x"))))
        : table.Title("x");

    /// <summary>Gives the colour of a group: a loss must not look like a gain, nor nothing found like either.</summary>
    public static string ColourOf(string group, int place) => group switch
    {
        "gain" => Palette.Class(0),
        "loss" => Palette.Class(3),
        "no gain found" => Palette.Class(6),
        "nobody reached" => Palette.Class(1),
        _ => Palette.Class(place),
    };

    private static JsonObject Encoding(FigureTable table, string title, (string X, string Y) fields, string[] levels)
    {
        JsonObject across = Vega.Number(fields.X, title);
        if (IsWide(table))
        {
            double[] costs = [.. Across.SelectMany(table.Numbers).Where(double.IsFinite)];
            across["scale"] = new JsonObject { ["type"] = "log", ["nice"] = false, ["domain"] = Vega.Pair(costs.Min() / Room, costs.Max() * Room) };
        }

        JsonObject encoding = new() { ["x"] = across, ["y"] = Vega.Number(fields.Y, table.Title("estimate"), zero: true) };
        if (levels.Length > 1)
        {
            JsonObject colour = Vega.Colour("group", table.Title("group"), levels);
            colour["scale"]!["range"] = Vega.Texts(levels.Select(ColourOf));
            encoding["color"] = colour;
        }

        encoding["tooltip"] = Vega.Tooltip(
            ("term", table.Title("term"), false), ("x", table.Title("x"), true), ("estimate", table.Title("estimate"), true),
            ("conf_low", table.Title("conf_low"), true), ("conf_high", table.Title("conf_high"), true), ("group", table.Title("group"), false));
        return encoding;
    }
}
