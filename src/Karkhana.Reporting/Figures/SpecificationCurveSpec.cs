using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>Two drawings that share their order across: the sorted estimates with intervals, and below a mark at each choice that
/// made them.</summary>
internal static class SpecificationCurveSpec
{
    // Room for the names of choices, kept free beside the estimates too, so that both drawings stand under each other.
    private const int LabelWidth = 210;
    private const int TitleWidth = 21; // the estimates have a title beside their axis, the choices have none

    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        FigureTable estimates = FigureTable.Of(figure, "specifications");
        FigureTable choices = FigureTable.Of(figure, "choices");
        double last = estimates.Numbers("x").Where(double.IsFinite).DefaultIfEmpty(1).Max();
        return [Estimates(estimates, last), Choices(choices, last)];
    }

    private static VegaPanel Estimates(FigureTable table, double last)
    {
        string[] levels = table.Levels("group");
        JsonArray rows = table.Rows(["x", "estimate", "conf_low", "conf_high"], ["group"]);
        JsonObject intervals = Vega.Layer(Vega.Mark("rule", "limit"), Encoding(table, "conf_low", last));
        intervals["encoding"]!["y2"] = Vega.Field("conf_high");
        JsonObject points = Vega.Layer(Vega.Mark("point", "estimate", ("filled", true), ("size", 14)), Encoding(table, "estimate", last));
        points["encoding"]!["color"] = Vega.Colour("group", table.Title("group"), levels);
        points["encoding"]!["tooltip"] = Vega.Tooltip(
            ("estimate", table.Title("estimate"), true), ("conf_low", table.Title("conf_low"), true), ("conf_high", table.Title("conf_high"), true),
            ("group", table.Title("group"), false));
        JsonObject zero = Vega.Layer(
            Vega.Mark("rule", "zero"), new JsonObject { ["y"] = new JsonObject { ["datum"] = 0, ["type"] = "quantitative" } });
        zero["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject()) };
        return new VegaPanel("", Vega.Layered(240, rows, intervals, zero, points), table.Count * 2);
    }

    private static JsonObject Encoding(FigureTable table, string number, double last)
    {
        JsonObject up = Vega.Number(number, table.Title("estimate"));
        up["axis"] = new JsonObject { ["minExtent"] = LabelWidth - TitleWidth };
        return new JsonObject { ["x"] = Across("", last), ["y"] = up };
    }

    private static VegaPanel Choices(FigureTable table, double last)
    {
        string[] terms = table.Levels("term");
        JsonObject term = Vega.Names("term", "");
        term["scale"] = new JsonObject { ["domain"] = Vega.Texts(terms) };
        term["axis"] = new JsonObject { ["labelLimit"] = LabelWidth, ["minExtent"] = LabelWidth, ["grid"] = true };
        JsonObject encoding = new()
        {
            ["x"] = Across(table.Title("x"), last),
            ["y"] = term,
            ["color"] = Vega.Colour("group", table.Title("group"), table.Levels("group")),
        };
        return new VegaPanel(
            "",
            Vega.Layered(
                new JsonObject { ["step"] = 15 }, table.Rows(["x"], ["term", "group"]), Vega.Layer(Vega.Mark("tick", "bars", ("thickness", 1)), encoding)),
            table.Count);
    }

    private static JsonObject Across(string title, double last) => new()
    {
        ["field"] = "x",
        ["type"] = "quantitative",
        ["title"] = title,
        ["scale"] = new JsonObject { ["domain"] = Vega.Pair(0, last + 1), ["nice"] = false },
        ["axis"] = new JsonObject { ["grid"] = false },
    };
}
