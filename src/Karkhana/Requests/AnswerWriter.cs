using System.Globalization;
using System.Text.Json.Nodes;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Requests;

/// <summary>Writes the answer to a request as JSON: outputs by name, a tidy table, notes and provenance.</summary>
public static class AnswerWriter
{
    /// <summary>Writes an answer.</summary>
    /// <param name="measure">The id of the measure.</param>
    /// <param name="result">Its result.</param>
    /// <returns>The JSON object; numbers that are not defined are null, infinities the texts <c>inf</c> and
    /// <c>-inf</c>.</returns>
    public static JsonObject Write(string measure, IMeasureResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new JsonObject
        {
            ["measure"] = measure,
            ["outputs"] = Outputs(result.ToOutputs()),
            ["table"] = TableOf(result.ToTable()),
            ["notes"] = new JsonArray([.. result.Notes.Select(NoteOf)]),
            ["provenance"] = ProvenanceOf(result.Provenance),
        };
    }

    private static JsonObject Outputs(MeasureOutputs outputs)
    {
        JsonObject json = [];
        foreach (MeasureOutput output in outputs.All.Values)
        {
            json[output.Name] = output.Shape switch
            {
                OutputShape.Scalar => Values(output)[0]?.DeepClone(),
                OutputShape.Vector => new JsonArray([.. Values(output)]),
                _ => Matrix(output),
            };
        }

        return json;
    }

    private static JsonObject Matrix(MeasureOutput output)
    {
        JsonNode?[] values = Values(output);
        int width = output.Columns.Count;
        return new JsonObject
        {
            ["rows"] = new JsonArray([.. output.Rows.Select(row => (JsonNode)row)]),
            ["cols"] = new JsonArray([.. output.Columns.Select(column => (JsonNode)column)]),
            ["values"] = new JsonArray([.. Enumerable.Range(0, output.Rows.Count)
                .Select(row => (JsonNode)new JsonArray(values[(row * width)..((row + 1) * width)]))]),
        };
    }

    private static JsonNode?[] Values(MeasureOutput output) => output.Texts is { } texts
        ? [.. texts.Select(text => (JsonNode?)text)]
        : [.. output.Numbers!.Select(NumberOf)];

    private static JsonNode? NumberOf(double value) => value switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ => double.IsNaN(value) ? null : JsonValue.Create(value),
    };

    private static JsonObject TableOf(Table table) => new()
    {
        ["columns"] = new JsonArray([.. table.Columns.Select(column => (JsonNode)column.Name)]),
        ["rows"] = new JsonArray([.. Enumerable.Range(0, table.RowCount)
            .Select(row => (JsonNode)new JsonArray([.. table.Columns.Select(column => CellOf(column[row]))]))]),
    };

    private static JsonNode? CellOf(object? cell) => cell switch
    {
        null => null,
        double number => NumberOf(number),
        long integer => integer,
        bool flag => flag,
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture),
    };

    private static JsonObject NoteOf(Note note) => new()
    {
        ["code"] = note.Code,
        ["severity"] = note.Severity.ToString().ToLowerInvariant(),
        ["text"] = note.Text,
    };

    private static JsonObject ProvenanceOf(Provenance provenance) => new()
    {
        ["method"] = provenance.Method,
        ["options"] = provenance.Options,
        ["source"] = provenance.Source,
        ["seed"] = provenance.Seed,
        ["version"] = provenance.Version,
    };
}
