using System.Text.Json.Nodes;

namespace Karkhana.Reporting.Figures;

/// <summary>The pieces that the specifications share.</summary>
internal static class Vega
{
    /// <summary>A drawing as wide as the page allows, with its rows inside.</summary>
    public static JsonObject Layered(JsonNode height, JsonArray rows, params JsonObject[] layers) => new()
    {
        ["width"] = "container",
        ["height"] = height,
        ["autosize"] = new JsonObject { ["type"] = "fit-x", ["contains"] = "padding" },
        ["data"] = new JsonObject { ["values"] = rows },
        ["layer"] = new JsonArray([.. layers]),
    };

    public static JsonObject Layer(
        JsonObject mark, JsonObject encoding) => new() { ["mark"] = mark, ["encoding"] = encoding };

    public static JsonObject Mark(string type, string style, params (string Name, JsonNode? Value)[] more)
    {
        JsonObject mark = new() { ["type"] = type, ["style"] = style };
        foreach ((string name, JsonNode? value) in more)
        {
            mark[name] = value;
        }

        return mark;
    }

    public static JsonObject Number(string field, string title, bool zero = false) => new()
    {
        ["field"] = field,
        ["type"] = "quantitative",
        ["title"] = title,
        ["scale"] = new JsonObject { ["zero"] = zero, ["nice"] = true },
    };

    public static JsonObject Field(string field) => new() { ["field"] = field };

    /// <summary>Names in the order of the table.</summary>
    public static JsonObject Names(string field, string title) => new()
    {
        ["field"] = field,
        ["type"] = "nominal",
        ["title"] = title,
        ["sort"] = null,
    };

    /// <summary>A colour per group, in the order of the table.</summary>
    public static JsonObject Colour(string field, string title, string[] levels) => new()
    {
        ["field"] = field,
        ["type"] = "nominal",
        ["title"] = title,
        ["scale"] = new JsonObject { ["domain"] = Texts(levels) },
        ["legend"] = new JsonObject { ["columns"] = Math.Min(levels.Length, 3) }, // more would run out of a narrow screen
    };

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    public static JsonArray Pair(double low, double high) => new(low, high);

    /// <summary>What the pointer reads: fields with their titles, four significant digits for numbers.</summary>
    public static JsonArray Tooltip(params (string Field, string Title, bool IsNumber)[] fields) =>
        new([.. fields.Where(field => field.Title.Length > 0).Select(field =>
        {
            JsonObject shown = new()
            {
                ["field"] = field.Field,
                ["type"] = field.IsNumber ? "quantitative" : "nominal",
                ["title"] = field.Title,
            };
            if (field.IsNumber)
            {
                shown["format"] = ",.4~r";
            }

            return shown;
        })]);
}
