using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>A cell for each tie, givers down, receivers across, with the parts of the network outlined. The places have no
/// labels, for they are not to be told apart by anything but their ties.</summary>
internal static class NetworkMatrixSpec
{
    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        FigureTable ties = FigureTable.Of(figure, "ties");
        FigureTable blocks = FigureTable.Of(figure, "blocks");
        JsonArray rows = ties.Rows(["x", "y"], ["group"]);
        double last = Last(ties, blocks);
        JsonObject marks = Vega.Layer(Vega.Mark("rect", "bars"), Square("x", "y", ties, last));
        marks["transform"] = Ends(("x", 1), ("y", 1));
        marks["encoding"]!["color"] = Vega.Colour("group", ties.Title("group"), ties.Levels("group"));
        JsonObject outlines = Vega.Layer(Vega.Mark("rect", "limit", ("filled", false)), Square("low", "low", ties, last));
        outlines["data"] = new JsonObject { ["values"] = blocks.Rows(["low", "high"], []) };
        outlines["transform"] = Ends(("low", 0));
        return [new VegaPanel("", Vega.Layered(620, rows, marks, outlines), ties.Count + blocks.Count)];
    }

    /// <summary>The last place of the network.</summary>
    public static double Last(FigureTable ties, FigureTable blocks) => new[] { ties.Numbers("x"), ties.Numbers("y"), blocks.Numbers("high") }
        .SelectMany(numbers => numbers).Where(double.IsFinite).DefaultIfEmpty(1).Max();

    // A tie fills its place; a part reaches from its first to its last.
    private static JsonArray Ends(params (string Field, int Width)[] fields) => new([.. fields.SelectMany(field => new[]
    {
        Calculated($"{field.Field}_from", $"datum.{field.Field} - 1"),
        Calculated($"{field.Field}_to", field.Width == 0 ? "datum.high" : $"datum.{field.Field}"),
    })]);

    private static JsonObject Calculated(string name, string expression) => new() { ["calculate"] = expression, ["as"] = name };

    private static JsonObject Square(string across, string down, FigureTable ties, double last) => new()
    {
        ["x"] = Axis(across + "_from", ties.Title("x"), last, isTurned: false),
        ["x2"] = Vega.Field(across + "_to"),
        ["y"] = Axis(down + "_from", ties.Title("y"), last, isTurned: true),
        ["y2"] = Vega.Field(down + "_to"),
    };

    private static JsonObject Axis(string field, string title, double last, bool isTurned) => new()
    {
        ["field"] = field,
        ["type"] = "quantitative",
        ["title"] = title,
        ["scale"] = new JsonObject { ["domain"] = Vega.Pair(0, last), ["nice"] = false, ["reverse"] = isTurned },
        ["axis"] = new JsonObject { ["labels"] = false, ["ticks"] = false, ["grid"] = false },
    };
}
