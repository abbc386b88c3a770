using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>Curves with a grey global band, dashed pointwise limits and a dashed benchmark; one drawing per group up
/// to six.</summary>
/// <remarks>Beyond six groups the bands would bury each other: then only the curves are drawn, in one
/// drawing.</remarks>
internal static class CurveSpec
{
    /// <summary>More groups than this share one drawing without bands.</summary>
    public const int MostPanels = 6;

    public static readonly string[] Numbers =
        ["distance", "estimate", "pointwise_low", "pointwise_high", "global_low", "global_high", "benchmark"];

    /// <summary>Says whether distances span so much that the near ones would crowd on a linear axis.</summary>
    public static bool IsWide(double[] distances) => distances.Length > 0 && distances.Min() > 0 && distances.Max() / distances.Min() >= 50;

    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        FigureTable table = FigureTable.Of(figure, "curve");
        JsonArray rows = table.Rows(Numbers, ["group"]);
        string[] levels = table.Levels("group");
        if (levels.Length > MostPanels)
        {
            JsonObject lines = Line(table);
            lines["encoding"]!["color"] = Vega.Colour("group", table.Title("group"), levels);
            return [new VegaPanel("", Vega.Layered(360, rows, lines, Benchmark(table)), table.Count)];
        }

        JsonArray domain = Domain(table);
        JsonArray marks = figure.Data.ContainsKey("marks")
            ? FigureTable.Of(figure, "marks").Rows(["distance"], ["label"])
            : [];
        return [.. levels.Select(level => Panel(table, level, rows, marks, domain))];
    }

    private static VegaPanel Panel(FigureTable table, string level, JsonArray rows, JsonArray marks, JsonArray domain)
    {
        JsonArray own = new([.. rows.Where(row => (string?)row!["group"] == level).Select(row => row!.DeepClone())]);
        int panels = table.Levels("group").Length;
        JsonObject[] layers =
        [
            Band(table), Limit(table, "pointwise_low"), Limit(table, "pointwise_high"), Benchmark(table), Line(table),
            .. marks.Count > 0 ? Marks(table, marks) : [],
        ];
        int drawn = own.Count;
        JsonObject spec = Vega.Layered(panels > 2 ? 220 : 320, own, layers);
        foreach (JsonNode? up in spec["layer"]!.AsArray().Select(layer => layer!["encoding"]!["y"]).Where(up => up is JsonObject))
        {
            up!["scale"] = new JsonObject { ["domain"] = domain.DeepClone(), ["nice"] = true };
        }

        return new VegaPanel(panels > 1 ? level : "", spec, drawn);
    }

    /// <summary>A thin upright line and its words at each noted distance.</summary>
    private static JsonObject[] Marks(FigureTable table, JsonArray marks)
    {
        JsonObject Across() => new() { ["x"] = Encoding(table, "estimate")["x"]!.DeepClone() };
        JsonObject words = Across();
        words["y"] = new JsonObject { ["value"] = 2 };
        words["text"] = Vega.Field("label");
        JsonObject lines = Vega.Layer(Vega.Mark("rule", "marker"), Across());
        JsonObject texts = Vega.Layer(Vega.Mark("text", "marker-text"), words);
        lines["data"] = new JsonObject { ["values"] = marks.DeepClone() };
        texts["data"] = new JsonObject { ["values"] = marks.DeepClone() };
        return [lines, texts];
    }

    private static JsonObject Line(FigureTable table)
    {
        JsonObject encoding = Encoding(table, "estimate");
        encoding["tooltip"] = Vega.Tooltip(
            ("distance", table.Title("distance"), true), ("estimate", table.Title("estimate"), true),
            ("group", table.Levels("group").Length > 1 ? table.Title("group") : "", false));
        return Vega.Layer(Vega.Mark("line", "estimate"), encoding);
    }

    private static JsonObject Benchmark(FigureTable table) =>
        Vega.Layer(Vega.Mark("line", "benchmark"), Encoding(table, "benchmark"));

    private static JsonObject Limit(FigureTable table, string field) =>
        Vega.Layer(Vega.Mark("line", "limit"), Encoding(table, field));

    private static JsonObject Band(FigureTable table)
    {
        JsonObject encoding = Encoding(table, "global_low");
        encoding["y2"] = Vega.Field("global_high");
        return Vega.Layer(Vega.Mark("area", "band-global"), encoding);
    }

    private static JsonObject Encoding(FigureTable table, string field)
    {
        JsonObject across = Vega.Number("distance", table.Title("distance"));
        if (IsWide(table.Numbers("distance")))
        {
            across["scale"] = new JsonObject { ["type"] = "log", ["nice"] = false };
        }

        if (table.IsYear("distance"))
        {
            across["axis"] = new JsonObject { ["format"] = "d" };
        }

        return new JsonObject { ["x"] = across, ["y"] = Vega.Number(field, table.Title("estimate")) };
    }

    /// <summary>One scale for all drawings, so that they can be compared.</summary>
    private static JsonArray Domain(FigureTable table)
    {
        double[] all = [.. Numbers.Skip(1).SelectMany(table.Numbers).Where(double.IsFinite)];
        return all.Length == 0 ? Vega.Pair(0, 1) : Vega.Pair(all.Min(), all.Max());
    }
}
