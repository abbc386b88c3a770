using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Karkhana.Policy;

/// <summary>Holds a JSON text against the part of JSON Schema 2020-12 that the schema of policy files uses, and gathers every
/// fault; a key that comes twice is one too. A test lists the keywords that it may use.</summary>
internal sealed class SchemaCheck
{
    private const int MostShown = 60;

    private readonly JsonElement _schema;
    private readonly Dictionary<string, Regex> _patterns = [];
    private readonly List<SchemaFault> _faults = [];

    private SchemaCheck(JsonElement schema) => _schema = schema;

    public static IReadOnlyList<SchemaFault> Faults(JsonElement schema, JsonElement value)
    {
        SchemaCheck check = new(schema);
        check.Check(schema, value, "$");
        return check._faults;
    }

    /// <summary>Gives a value as it stands in the text, shortened.</summary>
    public static string Shown(JsonElement value)
    {
        string raw = value.GetRawText();
        return raw.Length <= MostShown ? raw : string.Concat(raw.AsSpan(0, MostShown), "…");
    }

    private void Check(JsonElement schema, JsonElement value, string path)
    {
        schema = Resolved(schema);
        if (schema.TryGetProperty("not", out _))
        {
            Add(path, "not-allowed", Text(schema, "description"), value);
        }
        else if (!HasType(schema, value))
        {
            Add(path, "wrong-type", Wanted(schema), value);
        }
        else if (schema.TryGetProperty("enum", out JsonElement allowed)
            && !allowed.EnumerateArray().Any(one => value.ValueKind == JsonValueKind.String && one.GetString() == value.GetString()))
        {
            Add(path, "unknown-word", "one of " + string.Join(", ", allowed.EnumerateArray().Select(one => one.GetString())), value);
        }
        else
        {
            CheckContent(schema, value, path);
        }
    }

    private void CheckContent(JsonElement schema, JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                CheckNumber(schema, value, path);
                break;
            case JsonValueKind.String:
                CheckText(schema, value, path);
                break;
            case JsonValueKind.Array:
                CheckItems(schema, value, path);
                break;
            case JsonValueKind.Object:
                CheckProperties(schema, value, path);
                CheckRequired(schema, value, path);
                break;
        }
    }

    private void CheckNumber(JsonElement schema, JsonElement value, string path)
    {
        double number = value.GetDouble();
        double least = Number(schema, "minimum", double.NegativeInfinity);
        double above = Number(schema, "exclusiveMinimum", double.NegativeInfinity);
        double most = Number(schema, "maximum", double.PositiveInfinity);
        if (!double.IsFinite(number) || number < least || number > most || (number <= above && double.IsFinite(above)))
        {
            string low = double.IsFinite(above) ? $"above {Invariant(above)}" : double.IsFinite(least) ? $"from {Invariant(least)}" : "finite";
            Add(path, "out-of-range", "a number " + low + (double.IsFinite(most) ? $" to {Invariant(most)}" : ""), value);
        }
    }

    private void CheckText(JsonElement schema, JsonElement value, string path)
    {
        string text = value.GetString()!;
        if (text.Length < Number(schema, "minLength", 0) || text.Length > Number(schema, "maxLength", int.MaxValue))
        {
            Add(path, "wrong-length", $"from {Invariant(Number(schema, "minLength", 0))} to {Invariant(Number(schema, "maxLength", int.MaxValue))} characters", value);
        }
        else if (schema.TryGetProperty("pattern", out JsonElement pattern) && !Pattern(pattern.GetString()!).IsMatch(text))
        {
            Add(path, "wrong-form", Text(schema, "description"), value);
        }
    }

    private void CheckItems(JsonElement schema, JsonElement value, string path)
    {
        int count = value.GetArrayLength();
        if (count < Number(schema, "minItems", 0) || count > Number(schema, "maxItems", int.MaxValue))
        {
            _faults.Add(new SchemaFault(
                path,
                "wrong-count",
                $"from {Invariant(Number(schema, "minItems", 0))} to {Invariant(Number(schema, "maxItems", int.MaxValue))} items",
                Invariant(count)));
            return;
        }

        int place = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            Check(schema.GetProperty("items"), item, $"{path}[{Invariant(place++)}]");
        }
    }

    private void CheckProperties(JsonElement schema, JsonElement value, string path)
    {
        bool hasProperties = schema.TryGetProperty("properties", out JsonElement properties);
        bool hasOthers = schema.TryGetProperty("additionalProperties", out JsonElement others) && others.ValueKind == JsonValueKind.Object;
        Dictionary<string, JsonElement> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty property in value.EnumerateObject())
        {
            string own = $"{path}.{property.Name}";
            if (!seen.TryAdd(property.Name, property.Value))
            {
                _faults.Add(new SchemaFault(own, "duplicate-key", "one value", $"{Shown(seen[property.Name])} and {Shown(property.Value)}"));
            }
            else if (hasProperties && properties.TryGetProperty(property.Name, out JsonElement known))
            {
                Check(known, property.Value, own);
            }
            else if (hasOthers)
            {
                Check(others, property.Value, own);
            }
            else
            {
                Add(own, "unknown-key", "one of " + string.Join(", ", Named(properties)), property.Value);
            }
        }
    }

    private void CheckRequired(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("required", out JsonElement required))
        {
            Demand(required, value, path, "");
        }

        if (schema.TryGetProperty("dependentRequired", out JsonElement dependent))
        {
            foreach (JsonProperty one in dependent.EnumerateObject().Where(one => value.TryGetProperty(one.Name, out _)))
            {
                Demand(one.Value, value, path, $" (mandatory with {one.Name})");
            }
        }
    }

    private void Demand(JsonElement names, JsonElement value, string path, string why)
    {
        foreach (string name in names.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)))
        {
            SchemaFault fault = new($"{path}.{name}", "missing-key", name + why, "nothing");
            if (!_faults.Any(other => other.Path == fault.Path && other.Code == fault.Code))
            {
                _faults.Add(fault);
            }
        }
    }

    private void Add(string path, string code, string expected, JsonElement value) =>
        _faults.Add(new SchemaFault(path, code, expected, Shown(value)));

    private JsonElement Resolved(JsonElement schema) => schema.TryGetProperty("$ref", out JsonElement reference)
        ? _schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..])
        : schema;

    // The patterns are those of the schema that ships, and none of them can backtrack far.
    private Regex Pattern(string pattern)
    {
        if (!_patterns.TryGetValue(pattern, out Regex? regex))
        {
            _patterns[pattern] = regex = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }

        return regex;
    }

    private static IEnumerable<string> Named(JsonElement properties) => properties.ValueKind != JsonValueKind.Object
        ? []
        : properties.EnumerateObject().Select(property => property.Name).Where(name => name != "$schema");

    private static bool HasType(JsonElement schema, JsonElement value) => !schema.TryGetProperty("type", out JsonElement type)
        || (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(one => Is(one.GetString()!, value)) : Is(type.GetString()!, value));

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => value.ValueKind == JsonValueKind.Number,
    };

    private static string Wanted(JsonElement schema)
    {
        JsonElement type = schema.GetProperty("type");
        string name = type.ValueKind == JsonValueKind.Array
            ? string.Join(" or ", type.EnumerateArray().Select(one => one.GetString()))
            : type.GetString()!;
        return schema.TryGetProperty("description", out JsonElement words) ? $"{name}: {words.GetString()}" : name;
    }

    private static double Number(JsonElement schema, string keyword, double otherwise) =>
        schema.TryGetProperty(keyword, out JsonElement number) ? number.GetDouble() : otherwise;

    private static string Text(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement text) ? text.GetString()! : "another value";

    private static string Invariant(double number) => number.ToString(CultureInfo.InvariantCulture);
}
