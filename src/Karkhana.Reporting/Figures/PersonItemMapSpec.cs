using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>Firms as bars beside item steps as dots, both on the same upright scale.</summary>
internal static class PersonItemMapSpec
{
    private const int Height = 380;

    public static IReadOnlyList<VegaPanel> Of(FigureBlock figure)
    {
        (FigureTable items, FigureTable persons) = (FigureTable.Of(figure, "items"), FigureTable.Of(figure, "persons"));
        double[] all = [.. Values(items, persons)];
        JsonArray domain = all.Length == 0 ? Vega.Pair(0, 1) : Vega.Pair(all.Min(), all.Max());
        return [Persons(items, persons, domain), Items(items, domain)];
    }

    /// <summary>Every value that the upright scale must hold.</summary>
    public static IEnumerable<double> Values(FigureTable items, FigureTable persons) =>
        items.Numbers("estimate").Concat(persons.Numbers("low")).Concat(persons.Numbers("high")).Where(double.IsFinite);

    private static VegaPanel Persons(FigureTable items, FigureTable persons, JsonArray domain)
    {
        JsonObject encoding = new()
        {
            ["y"] = Upright(Vega.Number("low", items.Title("estimate")), domain),
            ["y2"] = Vega.Field("high"),
            ["x"] = Vega.Number("n", persons.Title("n"), zero: true),
            ["x2"] = new JsonObject { ["datum"] = 0 },
            ["tooltip"] = Vega.Tooltip(
                ("low", persons.Title("low"), true), ("high", persons.Title("high"), true), ("n", persons.Title("n"), true)),
        };
        JsonObject spec = Vega.Layered(
            Height, persons.Rows(["low", "high", "n"], []), Vega.Layer(Vega.Mark("rect", "bars"), encoding));
        return new VegaPanel(persons.Title("n"), spec, persons.Count);
    }

    private static VegaPanel Items(FigureTable items, JsonArray domain)
    {
        string[] levels = items.Levels("group");
        JsonObject across = Vega.Names("term", items.Title("term"));
        across["axis"] = new JsonObject { ["grid"] = true, ["labelAngle"] = -90 };
        JsonObject encoding = new()
        {
            ["x"] = across,
            ["y"] = Upright(Vega.Number("estimate", items.Title("estimate")), domain),
            ["tooltip"] = Vega.Tooltip(
                ("term", items.Title("term"), false), ("group", items.Title("group"), false), ("estimate", items.Title("estimate"), true)),
        };
        if (levels.Length > 1)
        {
            encoding["color"] = Vega.Colour("group", items.Title("group"), levels);
        }

        JsonObject spec = Vega.Layered(
            Height, items.Rows(["estimate"], ["term", "group"]),
            Vega.Layer(Vega.Mark("point", "dot", ("filled", true), ("size", 60)), encoding));
        return new VegaPanel(items.Title("term"), spec, items.Count);
    }

    private static JsonObject Upright(JsonObject number, JsonArray domain)
    {
        number["scale"] = new JsonObject { ["domain"] = domain.DeepClone(), ["nice"] = true };
        return number;
    }
}
