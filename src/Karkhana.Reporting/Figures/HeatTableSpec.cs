using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>A grid of cells, orange below zero, blue above, with their numbers inside.</summary>
internal static class HeatTableSpec
{
    private const int ManyRows = 15;

    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        FigureTable table = FigureTable.Of(figure, "cells");
        JsonArray rows = table.Rows(["estimate"], ["row", "column", "label"]);
        double most = Most(table);
        JsonObject colour = Vega.Number("estimate", table.Title("estimate"));
        bool isSigned = Array.Exists(table.Numbers("estimate"), estimate => estimate < 0);
        colour["scale"] = new JsonObject
        {
            ["domain"] = isSigned ? new JsonArray(-most, 0, most) : new JsonArray(0, most),
            ["range"] = Vega.Texts(isSigned ? ["#b35806", "#f7f7f7", "#2166ac"] : ["#f7f7f7", "#2166ac"]),
        };
        colour["legend"] = new JsonObject { ["orient"] = "bottom", ["gradientLength"] = 220 };
        JsonObject cells = Encoding(table);
        cells["color"] = colour;
        cells["tooltip"] = Vega.Tooltip(
            ("row", table.Title("row"), false), ("column", table.Title("column"), false), ("estimate", table.Title("estimate"), true));
        JsonObject numbers = Encoding(table);
        numbers["text"] = new JsonObject { ["field"] = "label", ["type"] = "nominal" };
        numbers["color"] = TextColour(most);
        JsonObject spec = Vega.Layered(
            new JsonObject { ["step"] = table.Levels("row").Length > ManyRows ? 26 : 34 }, rows, // a long table still fits a printed page
            Vega.Layer(Vega.Mark("rect", "cell"), cells), Vega.Layer(Vega.Mark("text", "cell-text"), numbers));
        return [new VegaPanel("", spec, table.Count)];
    }

    /// <summary>The size of the strongest cell; the scale is symmetric around zero.</summary>
    public static double Most(FigureTable table)
    {
        double most = table.Numbers("estimate").Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return most > 0 ? most : 1;
    }

    private static JsonObject Encoding(FigureTable table)
    {
        int mostWords = table.Levels("column").Max(label => label.Split(' ').Length);
        JsonObject columns = Vega.Names("column", table.Title("column"));
        columns["axis"] = new JsonObject
        {
            ["orient"] = "top",
            ["labelAngle"] = 0,
            ["labelLimit"] = 130,
            ["labelPadding"] = 5 + (14 * (mostWords - 1)), // lines run downwards from here
            ["labelExpr"] = "split(datum.label, ' ')",
            ["ticks"] = false,
        };
        JsonObject rows = Vega.Names("row", table.Title("row"));
        rows["axis"] = new JsonObject { ["labelLimit"] = 210 };
        return new JsonObject { ["x"] = columns, ["y"] = rows };
    }

    private static JsonObject TextColour(double most) => new()
    {
        ["condition"] = new JsonObject
        {
            ["test"] = new JsonObject
            {
                ["or"] = new JsonArray(
                    new JsonObject { ["field"] = "estimate", ["gt"] = 0.55 * most },
                    new JsonObject { ["field"] = "estimate", ["lt"] = -0.55 * most }),
            },
            ["value"] = "#ffffff",
        },
        ["value"] = "#1f2430",
    };
}
