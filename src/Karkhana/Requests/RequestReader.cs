using System.Text.Json;
using Karkhana.Core.Measures;

namespace Karkhana.Requests;

/// <summary>Reads a request of a measure from JSON: <c>input</c> binds tables to roles, <c>options</c> sets the
/// rest.</summary>
/// <remarks>
/// The shape is that of a check of the reference cases: a binding names a table of <c>data</c> or brings
/// <c>columns</c> and <c>values</c> itself, then gives each role a column, a list of columns or null.
/// </remarks>
public static class RequestReader
{
    private static readonly string[] BindingWords = ["table", "columns", "values", "where"];

    /// <summary>Reads a request.</summary>
    /// <param name="request">The JSON object with <c>input</c> and <c>options</c>.</param>
    /// <param name="tables">Gives a table of <c>data</c> by its name.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentException">The JSON has not the shape of a request.</exception>
    public static MeasureRequest Read(JsonElement request, Func<string, CellTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        if (request.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"A request must be an object with input and options; it was {request.ValueKind}.", nameof(request));
        }

        Dictionary<string, BoundTable> inputs = new(StringComparer.Ordinal);
        if (request.TryGetProperty("input", out JsonElement input) && input.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty binding in input.EnumerateObject())
            {
                if (binding.Value.ValueKind != JsonValueKind.Null)
                {
                    inputs.Add(binding.Name, Bind(binding.Name, binding.Value, tables));
                }
            }
        }

        request.TryGetProperty("options", out JsonElement options);
        return new MeasureRequest(inputs, options);
    }

    private static BoundTable Bind(string input, JsonElement binding, Func<string, CellTable> tables)
    {
        if (binding.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException(
                $"Input {input} must be an object with a table and roles; it was {binding.ValueKind}.",
                nameof(binding));
        }

        bool named = binding.TryGetProperty("table", out JsonElement name);
        CellTable table = named ? tables(TextOf(name, $"{input}.table")) : InlineTable(input, binding);
        Dictionary<string, IReadOnlyList<string>> roles = new(StringComparer.Ordinal);
        if (!named)
        {
            foreach (string column in table.Columns)
            {
                roles[column] = [column];
            }
        }

        foreach (JsonProperty role in binding.EnumerateObject().Where(
            property => !BindingWords.Contains(property.Name)))
        {
            roles[role.Name] = ColumnsOf(role, input);
        }

        return new BoundTable(input, Filter(table, binding), roles);
    }

    private static IReadOnlyList<string> ColumnsOf(JsonProperty role, string input) => role.Value.ValueKind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => [.. role.Value.EnumerateArray().Select(
            column => TextOf(column, $"{input}.{role.Name}"))],
        _ => [TextOf(role.Value, $"{input}.{role.Name}")],
    };

    private static CellTable InlineTable(string input, JsonElement binding)
    {
        if (!binding.TryGetProperty("columns", out JsonElement names) || !binding.TryGetProperty("values", out JsonElement rows))
        {
            throw new ArgumentException(
                $"Input {input} must have either table, or columns and values.", nameof(binding));
        }

        string[] columns = [.. names.EnumerateArray().Select(column => TextOf(column, $"{input}.columns"))];
        string?[][] cells = [.. columns.Select(_ => new string?[rows.GetArrayLength()])];
        int row = 0;
        foreach (JsonElement values in rows.EnumerateArray())
        {
            if (values.GetArrayLength() != columns.Length)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"Row {row + 1} of input {input} must have {columns.Length} values; it had {values.GetArrayLength()}."),
                    nameof(binding));
            }

            for (int column = 0; column < columns.Length; column++)
            {
                cells[column][row] = CellOf(values[column]);
            }

            row++;
        }

        return new CellTable(input, columns, cells);
    }

    private static CellTable Filter(CellTable table, JsonElement binding)
    {
        if (!binding.TryGetProperty("where", out JsonElement conditions))
        {
            return table;
        }

        foreach (JsonProperty condition in conditions.EnumerateObject())
        {
            table = table.Where(
                condition.Name, [.. condition.Value.EnumerateArray().Select(value => CellOf(value) ?? "")]);
        }

        return table;
    }

    private static string? CellOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };

    private static string TextOf(JsonElement value, string place) => value.ValueKind == JsonValueKind.String
        ? value.GetString()!
        : throw new ArgumentException($"{place} must be a text; it was {value.GetRawText()}.", nameof(value));
}
