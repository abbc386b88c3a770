using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>One small drawing per panel, the same curves in each, on one pair of scales.</summary>
internal static class CurvePanelsSpec
{
    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        FigureTable table = FigureTable.Of(figure, "curves");
        JsonArray rows = table.Rows(["x", "estimate"], ["group", "panel"]);
        (JsonArray across, JsonArray up) = (Domain(table, "x"), Domain(table, "estimate"));
        string[] panels = table.Levels("panel");
        return [.. panels.Select((panel, at) => Panel(table, panel, at == 0, rows, (across, up)))];
    }

    private static VegaPanel Panel(FigureTable table, string panel, bool isFirst, JsonArray rows, (JsonArray Across, JsonArray Up) domains)
    {
        string[] levels = table.Levels("group");
        JsonArray own = new([.. rows.Where(row => (string?)row!["panel"] == panel).Select(row => row!.DeepClone())]);
        JsonObject encoding = new()
        {
            ["x"] = Axis(Vega.Number("x", table.Title("x")), domains.Across),
            ["y"] = Axis(Vega.Number("estimate", table.Title("estimate")), domains.Up),
            ["tooltip"] = Vega.Tooltip(
                ("x", table.Title("x"), true), ("estimate", table.Title("estimate"), true),
                ("group", levels.Length > 1 ? table.Title("group") : "", false)),
        };
        if (levels.Length > 1)
        {
            JsonObject colour = Vega.Colour("group", table.Title("group"), levels);
            if (!isFirst)
            {
                colour["legend"] = null; // one legend, with the first drawing, speaks for all
            }

            encoding["color"] = colour;
        }

        int drawn = own.Count;
        return new VegaPanel(panel, Vega.Layered(150, own, Vega.Layer(Vega.Mark("line", "estimate"), encoding)), drawn);
    }

    private static JsonObject Axis(JsonObject number, JsonArray domain)
    {
        number["scale"] = new JsonObject { ["domain"] = domain.DeepClone(), ["nice"] = true };
        return number;
    }

    private static JsonArray Domain(FigureTable table, string column)
    {
        double[] known = [.. table.Numbers(column).Where(double.IsFinite)];
        return known.Length == 0 ? Vega.Pair(0, 1) : Vega.Pair(known.Min(), known.Max());
    }
}
