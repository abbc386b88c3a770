using System.Text.Json.Nodes;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting.Figures;

/// <summary>What dot plots, bars and coefficient plots share: a row per term, an estimate, an interval, a
/// colour.</summary>
internal sealed class IntervalSpec
{
    private const int LongestLabel = 210;
    private const int ManyTerms = 20;
    private readonly string _group;

    public IntervalSpec(FigureBlock figure, string group)
    {
        _group = group;
        Table = FigureTable.Of(figure, FigureTable.MarksOf(figure.Kind));
        Levels = Table.Levels(group);
        string[] terms = Table.Texts("term");
        IsOffset = Levels.Length > 1 && terms.Distinct(StringComparer.Ordinal).Count() < terms.Length;
    }

    public FigureTable Table { get; }

    public string[] Levels { get; }

    /// <summary>Gets a value indicating whether a term comes in several groups, so that they stand side by
    /// side.</summary>
    public bool IsOffset { get; }

    public VegaPanel Panel(params JsonObject[] layers)
    {
        int step = Table.Levels("term").Length > ManyTerms ? 10 : 13; // a long list still fits a printed page
        JsonObject height = IsOffset ? new() { ["step"] = step, ["for"] = "offset" } : new() { ["step"] = 2 * step };
        JsonArray rows = Table.Rows(["estimate", "conf_low", "conf_high"], ["term", _group]);
        return new VegaPanel("", Vega.Layered(height, rows, layers), Table.Count * 2);
    }

    public JsonObject Marks(
        JsonObject mark, bool zero, bool coloured = true) => Vega.Layer(mark, Encoding("estimate", zero, coloured));

    public JsonObject Intervals(string style, bool zero, bool coloured)
    {
        JsonObject encoding = Encoding("conf_low", zero, coloured);
        encoding["x"]!["title"] = Table.Title("estimate");
        encoding["x2"] = Vega.Field("conf_high");
        return Vega.Layer(Vega.Mark("rule", style), encoding);
    }

    /// <summary>A dashed line at zero.</summary>
    public static JsonObject ZeroLine()
    {
        JsonObject line = Vega.Layer(
            Vega.Mark("rule", "zero"), new JsonObject { ["x"] = new JsonObject { ["datum"] = 0, ["type"] = "quantitative" } });
        line["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject()) }; // one row: with the figure's rows it is drawn once for each
        return line;
    }

    private JsonObject Encoding(string number, bool zero, bool coloured)
    {
        JsonObject term = Vega.Names("term", "");
        term["scale"] = new JsonObject { ["domain"] = Vega.Texts(Table.Levels("term")) }; // else terms without interval come last
        term["axis"] = new JsonObject { ["labelLimit"] = LongestLabel, ["grid"] = true };
        JsonObject encoding = new()
        {
            ["y"] = term,
            ["x"] = Vega.Number(number, Table.Title("estimate"), zero),
        };
        if (IsOffset)
        {
            encoding["yOffset"] = Vega.Colour(_group, "", Levels);
        }

        if (coloured && Levels.Length > 1)
        {
            encoding["color"] = Vega.Colour(_group, Table.Title(_group), Levels);
        }

        encoding["tooltip"] = Vega.Tooltip(
            ("term", Table.Title("term"), false), (_group, Levels.Length > 1 ? Table.Title(_group) : "", false),
            ("estimate", Table.Title("estimate"), true), ("conf_low", Table.Title("conf_low"), true),
            ("conf_high", Table.Title("conf_high"), true));
        return encoding;
    }
}
